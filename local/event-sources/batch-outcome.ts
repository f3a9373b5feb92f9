import { z } from 'zod';
import type { Invocation } from '../local-context.ts';

const Answer = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish() })
  .nullish();

/** What became of a batch: `failed` names the items, in the function's order; `error` says why all of it failed. */
export type BatchOutcome =
  | { readonly kind: 'done'; readonly failed: readonly string[] }
  | { readonly kind: 'error'; readonly error: string };

/**
 * Reads a function's answer to a batch as Lambda does: without partial answers success is success; with them a
 * malformed answer or an unknown item fails the whole batch.
 */
export const batchOutcome = (
  result: Invocation,
  items: readonly string[],
  reportsFailures: boolean,
): BatchOutcome => {
  if (!result.ok) return { kind: 'error', error: `${result.errorType}: ${result.errorMessage}` };
  if (!reportsFailures) return { kind: 'done', failed: [] };
  const answer = Answer.safeParse(result.payload);
  if (!answer.success) return { kind: 'error', error: 'the answer is no partial batch response' };
  const failed = (answer.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  const unknown = failed.find((item) => !items.includes(item));
  if (unknown !== undefined)
    return { kind: 'error', error: `the answer names "${unknown}", which was not in the batch` };
  return { kind: 'done', failed };
};
