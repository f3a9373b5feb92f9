import * as z from 'zod';
import type { IndexHit } from '#core/ports/search-index.ts';

/** What each hit brings along, read from columns: its document, with text and vector, is left where it is. */
export const HIT_COLUMNS = {
  _source: false,
  stored_fields: '_none_',
  docvalue_fields: ['kind', 'id', 'version', { field: 'updated_at', format: 'strict_date_time' }],
} as const;

const Answer = z.object({
  hits: z.object({
    hits: z.array(
      z.object({
        _score: z.number().nullable(),
        fields: z.object({
          kind: z.tuple([z.enum(['case', 'article', 'document'])]),
          id: z.tuple([z.string()]),
          version: z.tuple([z.number()]),
          updated_at: z.tuple([z.string()]),
        }),
      }),
    ),
  }),
});

/** The hits of an answer to a search with HIT_COLUMNS; `scoreOf` makes their score from the engine's. */
export const indexHits = (answer: unknown, scoreOf: (score: number) => number): readonly IndexHit[] =>
  Answer.parse(answer).hits.hits.map(({ _score: score, fields }) => ({
    kind: fields.kind[0],
    id: fields.id[0],
    version: fields.version[0],
    updatedAt: fields.updated_at[0],
    score: scoreOf(score ?? 0),
  }));
