import type { DispatchMessage, VerifyMessage } from '#contracts/import-messages.ts';
import type { ImportKey } from '#core/imports/import-row.ts';
import { WORKING } from '#core/imports/import-states.ts';
import { claimsOf, closeBooks, missingOf, unseen, type Claim } from '#core/imports/verify-outcomes.ts';
import type { CaseHeads } from '#core/ports/case-heads.ts';
import type { ImportStore } from '#core/ports/import-store.ts';
import type { Outbox } from '#core/ports/outbox.ts';
import type { RepairQueue } from '#core/ports/repair-queue.ts';
import type { ChunkOutcomes, SegmentLedger, SegmentRow } from '#core/ports/segment-ledger.ts';
import type { IndexReaders } from '#core/search/live-search-index.ts';

export type VerifySegmentDeps = {
  imports: ImportStore;
  ledger: SegmentLedger;
  heads: CaseHeads;
  index: Pick<IndexReaders, 'versions'>;
  repairs: RepairQueue;
  verification: Outbox<VerifyMessage>;
  dispatch: Outbox<DispatchMessage>;
};

const MOST_DELAY_SECONDS = 15;

/** Attempts, some 15 s and 90 s after the first look, from which on repair may be asked for. */
const PARTIAL_REPAIR_ATTEMPT = 3;
const WHOLE_REPAIR_ATTEMPT = 8;

const delayOf = (attempt: number): number => Math.min(MOST_DELAY_SECONDS, 2 ** Math.min(attempt, 10));

const findMissing = async (
  { index, heads }: VerifySegmentDeps,
  tenant: string,
  claims: readonly Claim[],
): Promise<readonly Claim[]> => {
  if (claims.length === 0) return [];
  const versions = await index.versions(
    tenant,
    'case',
    claims.map(({ id }) => id),
  );
  const notSeen = unseen(claims, versions);
  if (notSeen.length === 0) return [];
  const stored = await heads.findMany(
    tenant,
    notSeen.map(({ id }) => id),
  );
  return missingOf(notSeen, versions, stored);
};

/**
 * Whether the projector has missed records rather than not come to them yet: it was here, as others of the segment
 * show, or a long time has passed, as it has before
 * every retry. Repairing a mere backlog would double it.
 */
const wantsRepair = (
  { attempt, repaired }: VerifyMessage,
  { retryOf }: SegmentRow,
  missing: number,
  claims: number,
): boolean =>
  repaired !== true &&
  (retryOf !== undefined ||
    attempt >= WHOLE_REPAIR_ATTEMPT ||
    (attempt >= PARTIAL_REPAIR_ATTEMPT && missing < claims / 2));

/** A message, and whether it was delivered before. */
type Looked = VerifyMessage & { readonly redelivered: boolean };

/** Looks again later. An attempt is promised once, so that messages delivered twice do not multiply. */
const lookAgain = async (deps: VerifySegmentDeps, { redelivered, ...message }: Looked): Promise<void> => {
  const key = { tenant: message.tenant, id: message.import_id };
  const attempt = message.attempt + 1;
  // A delivery before this one may have promised the attempt and died before it sent the message.
  if (!(await deps.ledger.promiseAttempt(key, message.segment, attempt)) && !redelivered) return;
  await deps.verification.send([{ ...message, attempt }], delayOf(attempt));
};

const close = async (
  deps: VerifySegmentDeps,
  key: ImportKey,
  segment: number,
  chunks: readonly ChunkOutcomes[],
  missing: readonly Claim[],
): Promise<void> => {
  await deps.ledger.markVerified(key, segment, closeBooks(chunks, missing));
  await deps.dispatch.send([{ tenant: key.tenant, import_id: key.id }]);
};

/**
 * Reads a segment's records back from the index. When all are there at the version that was written, or later, its
 * counts go to the import, exactly once; until then it looks again, later each time, and asks for repair.
 */
export const verifySegment =
  (deps: VerifySegmentDeps) =>
  async (message: VerifyMessage, { redelivered }: { readonly redelivered: boolean }): Promise<void> => {
    const key = { tenant: message.tenant, id: message.import_id };
    const row = await deps.imports.find(key);
    if (!row || !WORKING.includes(row.state)) return;
    const segment = await deps.ledger.find(key, message.segment);
    if (segment?.state === 'verified') return deps.dispatch.send([{ tenant: key.tenant, import_id: key.id }]);
    // A segment that is not written yet sends its own message when it is.
    if (segment?.state !== 'worked') return;

    const chunks = await deps.ledger.outcomes(key, message.segment);
    const claims = claimsOf(chunks);
    const missing = await findMissing(deps, key.tenant, claims);
    if (missing.length === 0 || message.give_up === true) {
      return close(deps, key, message.segment, chunks, missing);
    }
    if (!wantsRepair(message, segment, missing.length, claims.length))
      return lookAgain(deps, { ...message, redelivered });
    await deps.repairs.send(missing.map(({ id }) => ({ tenant: key.tenant, kind: 'case', id })));
    return lookAgain(deps, { ...message, redelivered, repaired: true });
  };
