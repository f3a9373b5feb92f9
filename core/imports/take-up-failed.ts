import type { DispatchMessage } from '#contracts/import-messages.ts';
import type { Outcome } from '#contracts/import-outcome.ts';
import type { ImportRetries, TakenUp } from '#core/ports/import-retries.ts';
import type { ImportStore } from '#core/ports/import-store.ts';
import type { Outbox } from '#core/ports/outbox.ts';
import type { ChunkOutcomes, SegmentLedger, SegmentRow } from '#core/ports/segment-ledger.ts';
import type { ImportKey } from './import-row.ts';

export type TakeUpFailedDeps = {
  imports: ImportStore;
  ledger: SegmentLedger;
  retries: ImportRetries;
  dispatch: Outbox<DispatchMessage>;
};

const isFailed = (outcome: Outcome): outcome is Extract<Outcome, { outcome: 'failed' }> =>
  outcome.outcome === 'failed';

/** What was written but not read back is claimed again; the rest has to be written again. */
const planOf = (row: SegmentRow, chunks: readonly ChunkOutcomes[]): Omit<TakenUp, 'segment'> | undefined => {
  const failed = chunks.flatMap(({ outcomes }) => outcomes.filter(isFailed));
  if (failed.length === 0) return undefined;
  return {
    from: row.segment,
    source: {
      segment: row.retryOf?.segment ?? row.segment,
      lines: failed.filter(({ claimed }) => !claimed).map(({ line }) => line),
    },
    claims: failed.flatMap(({ line, id, claimed }): readonly Outcome[] =>
      claimed ? [{ line, id, ...claimed }] : [],
    ),
    emptied: chunks
      .filter(({ outcomes }) => outcomes.some(isFailed))
      .map(({ chunk, outcomes }) => ({
        chunk,
        outcomes: outcomes.filter((outcome) => !isFailed(outcome)),
        failed: outcomes.filter(isFailed).length,
      })),
  };
};

/** Takes up what failed in one segment; false when the import is no longer being retried. */
const takeUpSegment = async (deps: TakeUpFailedDeps, key: ImportKey, segment: number): Promise<boolean> => {
  for (;;) {
    const row = await deps.ledger.find(key, segment);
    if (row?.state !== 'verified') return true;
    const plan = planOf(row, await deps.ledger.outcomes(key, segment));
    if (!plan) return true;
    const current = await deps.imports.find(key);
    if (current?.state !== 'processing' || !current.retrying || current.segments === undefined) return false;
    if (await deps.retries.takeUp(key, { ...plan, segment: current.segments + 1 })) return true;
    // Somebody else took up a segment meanwhile; what is left of this one is looked at again.
  }
};

/**
 * Gives the failed records of an import segments of their own and lets the dispatcher go on. Done twice or cut off,
 * it takes up what is left, for each record is taken up in the transaction that takes it out of the failed ones.
 */
export const takeUpFailed = async (deps: TakeUpFailedDeps, key: ImportKey): Promise<void> => {
  const row = await deps.imports.find(key);
  if (row?.state !== 'processing' || row.segments === undefined) return;
  if (row.retrying) {
    for (let segment = 1; segment <= row.segments; segment += 1) {
      if (!(await takeUpSegment(deps, key, segment))) return;
    }
    await deps.retries.finish(key);
  }
  await deps.dispatch.send([{ tenant: key.tenant, import_id: key.id }]);
};
