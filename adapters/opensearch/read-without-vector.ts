import * as z from 'zod';
import { askOnce } from './ask.ts';
import type { CallIndex } from './call-index.ts';
import { type AskedIds, idsInChunks } from './ids-in-chunks.ts';
import { livingOf } from './in-scope.ts';

const Ids = z.object({
  hits: z.object({ hits: z.array(z.object({ fields: z.object({ id: z.tuple([z.string()]) }) })) }),
});

/** Which of these passages are found by their words only. */
export const readWithoutVector = async (
  call: CallIndex,
  index: string,
  { tenant, kind, ids }: AskedIds,
): Promise<ReadonlySet<string>> => {
  const bare: string[] = [];
  for (const some of idsInChunks(ids)) {
    const answer = await askOnce(call, index, '_search', {
      _source: false,
      stored_fields: '_none_',
      docvalue_fields: ['id'],
      size: some.length,
      track_total_hits: false,
      query: {
        bool: {
          filter: [...livingOf(tenant), { term: { kind } }, { terms: { id: some } }],
          must_not: [{ exists: { field: 'vector' } }],
        },
      },
    });
    if (answer === undefined) break;
    bare.push(...Ids.parse(answer).hits.hits.map(({ fields }) => fields.id[0]));
  }
  return new Set(bare);
};
