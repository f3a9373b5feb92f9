import type { DispatchMessage, SegmentMessage } from '#contracts/import-messages.ts';
import type { ImportRow } from '#core/imports/import-row.ts';
import { WORKING } from '#core/imports/import-states.ts';
import { PROFILES } from '#core/imports/profiles.ts';
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

/** Fills the import's window of segments in the queue: sent first, then noted, so that a crash between repeats but never loses. */
const fillWindow = async (
  { imports, segments }: DispatchSegmentsDeps,
  row: ImportRow,
  total: number,
): Promise<void> => {
  const window = PROFILES[row.profile].concurrentBatches;
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
    if (row.verifiedSegments === row.segments) {
      await deps.imports.move(row, WORKING, 'completed', { completedAt: deps.clock.now().toISOString() });
    } else if (row.workedSegments === row.segments) {
      await deps.imports.move(row, ['processing'], 'verifying');
    } else {
      await fillWindow(deps, row, row.segments);
    }
  };
