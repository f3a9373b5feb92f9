import type { DispatchMessage, SegmentMessage } from '#contracts/import-messages.ts';
import type { ImportRow } from '#core/imports/import-row.ts';
import { WORKING } from '#core/imports/import-states.ts';
import { isFirst, windowOf } from '#core/imports/window-of.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { ImportStore } from '#core/ports/import-store.ts';
import type { Outbox } from '#core/ports/outbox.ts';

export type DispatchSegmentsDeps = {
  imports: ImportStore;
  segments: Outbox<SegmentMessage>;
  clock: Clock;
};

/** Writing runs at most this many windows ahead of reading back, so that the projector is never buried. */
const WINDOWS_AHEAD = 4;

/** Other imports looked at; more than this at once only makes the look less sharp. */
const MOST_OTHERS = 50;

/** The other imports that are under way; none are looked at for one that goes first anyway. */
const othersOf = async (
  { imports, clock }: DispatchSegmentsDeps,
  row: ImportRow,
): Promise<readonly ImportRow[]> => {
  if (isFirst(row, clock.now())) return [];
  const keys = (await imports.active()).filter(({ tenant, id }) => tenant !== row.tenant || id !== row.id);
  const rows = await Promise.all(keys.slice(0, MOST_OTHERS).map((key) => imports.find(key)));
  return rows.filter((other) => other !== undefined);
};

/** Fills the import's window of segments in the queue: sent first, then noted, so that a crash between repeats but never loses. */
const fillWindow = async (deps: DispatchSegmentsDeps, row: ImportRow, total: number): Promise<void> => {
  const { imports, segments, clock } = deps;
  const window = windowOf(row, await othersOf(deps, row), clock.now());
  const through = Math.min(total, row.workedSegments + window, row.verifiedSegments + WINDOWS_AHEAD * window);
  if (through <= row.queuedThrough) return;
  const messages = Array.from({ length: through - row.queuedThrough }, (_, index) => ({
    tenant: row.tenant,
    import_id: row.id,
    segment: row.queuedThrough + index + 1,
  }));
  await segments.send(messages);
  await imports.advanceQueue(row, row.queuedThrough, through);
};

/** Moves an import on: more segments into the queue, `verifying` when all are written, `completed` when all are read back. */
export const dispatchSegments =
  (deps: DispatchSegmentsDeps) =>
  async (message: DispatchMessage): Promise<void> => {
    const row = await deps.imports.find({ tenant: message.tenant, id: message.import_id });
    if (!row || row.segments === undefined || !WORKING.includes(row.state)) return;
    // The failed records of a retry are still being taken up; the last of them sends this word again.
    if (row.retrying) return;
    if (row.verifiedSegments === row.segments) {
      await deps.imports.move(row, WORKING, 'completed', { completedAt: deps.clock.now().toISOString() });
    } else if (row.workedSegments === row.segments) {
      await deps.imports.move(row, ['processing'], 'verifying');
    } else {
      await fillWindow(deps, row, row.segments);
    }
  };
