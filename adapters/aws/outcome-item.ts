import * as z from 'zod';
import { Outcome } from '#contracts/import-outcome.ts';
import type { ImportKey } from '#core/imports/import-row.ts';
import type { ChunkOutcomes } from '#core/ports/segment-ledger.ts';
import { importPk, outcomeSk } from './import-keys.ts';

const Entries = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.array(Outcome));
const Item = z.object({ sk: z.string(), chunk: z.int(), entries: Entries });

/** The DynamoDB item of a chunk's outcomes: one text, for a list of maps weighs several times as much. */
export const toOutcomeItem = (
  key: ImportKey,
  segment: number,
  { chunk, outcomes }: ChunkOutcomes,
): Record<string, unknown> => ({
  pk: importPk(key),
  sk: outcomeSk(segment, chunk),
  chunk,
  entries: JSON.stringify(outcomes),
  // Lists of one kind pass over chunks that hold none of it.
  failed: outcomes.filter(({ outcome }) => outcome === 'failed').length,
  unchanged: outcomes.filter(({ outcome }) => outcome === 'unchanged').length,
});

/** The outcomes of a DynamoDB item and its sort key. */
export const fromOutcomeItem = (value: unknown): ChunkOutcomes & { readonly sk: string } => {
  const { sk, chunk, entries } = Item.parse(value);
  return { sk, chunk, outcomes: entries };
};
