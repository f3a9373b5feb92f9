import * as z from 'zod';
import type { IndexHit } from '#core/ports/search-index.ts';

/** The columns of a hit beside its `score`, of passage `p`. */
export const HIT = 'p.kind AS kind, p.id AS id, p.version AS version, p.updated_at AS updatedAt';

const Hits = z.array(
  z.object({
    kind: z.enum(['case', 'article', 'document']),
    id: z.string(),
    version: z.number(),
    updatedAt: z.string(),
    score: z.number(),
  }),
);

/** Rows of HIT and `score` as hits. */
export const indexHits = (rows: readonly unknown[]): readonly IndexHit[] => Hits.parse(rows);
