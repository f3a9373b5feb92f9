import * as z from 'zod';
import type { IndexList } from '#core/ports/search-index.ts';
import type { ListPosition } from '#core/ports/record-store.ts';
import type { SearchBody } from './ask.ts';
import { inScope } from './in-scope.ts';

const Listed = z.object({
  hits: z.object({ hits: z.array(z.object({ sort: z.tuple([z.number(), z.string()]) })) }),
});

/** A search for a page of a list: newest first, then by id descending, after a position. */
export const listBody = ({ tenant, kind, filters, limit, after }: IndexList): SearchBody => ({
  _source: false,
  stored_fields: '_none_',
  size: limit,
  track_total_hits: false,
  query: { bool: { filter: inScope(tenant, [kind], filters) } },
  sort: [{ updated_at: 'desc' }, { id: 'desc' }],
  ...(after && { search_after: [Date.parse(after.updatedAt), after.id] }),
});

/** The positions that such a search found. */
export const listedPositions = (answer: unknown): readonly ListPosition[] =>
  Listed.parse(answer).hits.hits.map(({ sort: [updatedAt, id] }) => ({
    updatedAt: new Date(updatedAt).toISOString(),
    id,
  }));
