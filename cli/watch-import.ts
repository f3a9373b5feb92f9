import { setTimeout as pause } from 'node:timers/promises';
import type { Import } from '#client/operations.ts';
import { isPassing } from './describe-failure.ts';
import { bar, count, duration } from './numbers.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

type Watch = {
  readonly session: Session;
  readonly terminal: Terminal;
  readonly id: string;
  readonly quiet: boolean;
  readonly signal: AbortSignal;
};

const POLL_MILLISECONDS = 500;
/** The API may be away for so long while we watch. */
const PATIENCE_MILLISECONDS = 60_000;
const ENDS: ReadonlySet<Import['state']> = new Set(['completed', 'cancelled', 'failed', 'needs_review']);
const DOING: Readonly<Record<Import['state'], string>> = {
  awaiting_upload: 'Waiting for the file',
  processing: 'Importing',
  verifying: 'Reading back',
  needs_review: 'Needs review',
  completed: 'Completed',
  cancelled: 'Cancelled',
  failed: 'Failed',
};

const rateOf = ({ progress }: Import): string =>
  progress.records_per_second > 0 ? `${count(progress.records_per_second)}/s` : '';

const leftOf = ({ progress }: Import): string =>
  progress.seconds_left === null ? '' : `${duration(progress.seconds_left)} left`;

/** One line of how far an import is. */
export const progressLine = (seen: Import): string => {
  const { counts, progress, state } = seen;
  const done = `${count(counts.received - counts.pending)} of ${count(Math.max(counts.received, seen.expected_records ?? 0))}`;
  return [
    DOING[state].padEnd(12),
    bar(progress.percent / 100),
    `${String(progress.percent).padStart(3)} %`,
    done,
    rateOf(seen),
    leftOf(seen),
  ]
    .filter((part) => part !== '')
    .join('  ');
};

/** Where nobody looks on, one line at each new state and each tenth of the way. */
const stepOf = ({ state, progress }: Import): string => `${state} ${Math.floor(progress.percent / 10)}`;

/** Shows an import as it was seen; answers what the next one must differ from to be shown again. */
const showSeen = ({ terminal, quiet }: Watch, seen: Import, lastStep: string): string => {
  if (quiet || ENDS.has(seen.state)) return lastStep;
  if (terminal.live) terminal.show(progressLine(seen));
  else if (stepOf(seen) !== lastStep) terminal.note(progressLine(seen));
  return stepOf(seen);
};

/** Watches an import until it ends or needs a person; an API that is away for a moment is asked again. */
export const watchImport = async (watch: Watch): Promise<Import> => {
  const { session, terminal, id, signal } = watch;
  let step = '';
  let lastSeen = Date.now();
  for (;;) {
    try {
      const { body } = await session.client.call('getImport', { path: { id } });
      lastSeen = Date.now();
      step = showSeen(watch, body, step);
      if (ENDS.has(body.state)) return body;
    } catch (error) {
      if (!isPassing(error) || Date.now() - lastSeen > PATIENCE_MILLISECONDS) throw error;
      terminal.show('Caselore does not answer, asking again …');
    }
    await pause(POLL_MILLISECONDS, undefined, { signal });
  }
};
