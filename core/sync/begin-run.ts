import type { SyncTask } from '#contracts/case-sync.ts';
import { nextPhase } from './next-phase.ts';
import { isStream, NO_COUNTS, NO_TALLY, type SyncCursor } from './sync-cursor.ts';
import type { SyncDeps } from './sync-deps.ts';

/** A cursor before its first run. */
const newCursor = ({ settings, source, clock }: SyncDeps): SyncCursor => ({
  tenant: settings.tenant,
  version: 0,
  born: clock.now().getTime().toString(36),
  fingerprint: source.fingerprint,
  runId: '',
  sweep: false,
  sweptOn: undefined,
  phase: 'done',
  since: '',
  position: undefined,
  page: undefined,
  marks: {},
  slice: 1,
  epoch: 0,
  open: [],
  rewinds: {},
  rewound: false,
  tally: NO_TALLY,
  allowDeletions: false,
  counts: NO_COUNTS,
});

/** A mapping that was changed reads every case otherwise: all of them are looked at again. */
const underMapping = (cursor: SyncCursor, fingerprint: string): SyncCursor =>
  cursor.fingerprint === fingerprint
    ? cursor
    : { ...cursor, fingerprint, phase: 'done', marks: {}, rewinds: {} };

/** Whether the run before had a sweep to do and did not end. */
const isUnswept = (stored: SyncCursor | undefined): boolean =>
  stored !== undefined && stored.phase !== 'done' && stored.sweep;

/**
 * Begins a run from what the one before has left: where that followed a stream it goes on there, or else it begins with
 * the first. A sweep that was not finished is begun again; the first run of a day sweeps unless it is told otherwise.
 */
export const beginRun = async (
  deps: SyncDeps,
  stored: SyncCursor | undefined,
  { run_id: runId, scheduled_time: scheduled, sweep, wish }: Omit<SyncTask, 'job_id'>,
): Promise<SyncCursor> => {
  const left = underMapping(stored ?? newCursor(deps), deps.source.fingerprint);
  const day = new Date(scheduled).toISOString().slice(0, 'yyyy-mm-dd'.length);
  const asked = wish?.full === true || left.sweptOn !== day;
  const sweeps = (sweep ?? asked) || isUnswept(stored);
  const begun = {
    ...left,
    runId,
    sweep: sweeps,
    sweptOn: sweeps ? day : left.sweptOn,
    epoch: left.epoch + 1,
    allowDeletions: wish?.allow_deletions === true,
    counts: NO_COUNTS,
  };
  return isStream(begun.phase) ? begun : nextPhase(deps, { ...begun, phase: 'done' });
};
