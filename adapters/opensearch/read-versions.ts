import * as z from 'zod';
import type { IndexedVersion } from '#core/ports/search-index.ts';
import { askOnce } from './ask.ts';
import type { CallIndex } from './call-index.ts';
import { type AskedIds, idsInChunks } from './ids-in-chunks.ts';
import { ofTenant } from './in-scope.ts';

const Versions = z.object({
  hits: z.object({
    hits: z.array(
      z.object({
        fields: z.object({
          id: z.tuple([z.string()]),
          version: z.tuple([z.number()]),
          removed: z.tuple([z.boolean()]),
        }),
      }),
    ),
  }),
});

/** What searches see of these ids; not what was written a moment ago, since an import may only end when it is found. */
export const readVersions = async (
  call: CallIndex,
  index: string,
  { tenant, kind, ids }: AskedIds,
): Promise<ReadonlyMap<string, IndexedVersion>> => {
  const known: (readonly [string, IndexedVersion])[] = [];
  for (const some of idsInChunks(ids)) {
    const answer = await askOnce(call, index, '_search', {
      _source: false,
      stored_fields: '_none_',
      docvalue_fields: ['id', 'version', 'removed'],
      size: some.length,
      track_total_hits: false,
      query: { bool: { filter: [ofTenant(tenant), { term: { kind } }, { terms: { id: some } }] } },
    });
    if (answer === undefined) break;
    for (const { fields } of Versions.parse(answer).hits.hits) {
      known.push([fields.id[0], { version: fields.version[0], removed: fields.removed[0] }]);
    }
  }
  return new Map(known);
};
