import * as z from 'zod';
import type { PatternListQuery, PatternPageView } from '#contracts/pattern.ts';
import { patternView } from '#core/knowledge/pattern-view.ts';
import { listPatterns, type ListPatternsDeps } from '#core/use-cases/list-patterns.ts';
import { readCursor, writeCursor } from '#lambdas/shared/cursor.ts';

/** Pages of `GET /patterns`; the cursor of another tenant or of other filters does not fit. */
export const patternPages = (deps: ListPatternsDeps) => {
  const list = listPatterns(deps);

  return async (
    tenant: string,
    { limit, cursor, ...filters }: z.infer<typeof PatternListQuery>,
  ): Promise<z.infer<typeof PatternPageView>> => {
    const name = `patterns of ${tenant} ${JSON.stringify([filters.category ?? null, filters.outcome ?? null])}`;
    const place = z.strictObject({ list: z.literal(name), id: z.string() });
    const after = cursor === undefined ? undefined : readCursor(place, cursor).id;
    const { patterns, next } = await list(tenant, filters, limit, after);
    return {
      items: patterns.map(patternView),
      next_cursor: next === undefined ? null : writeCursor({ list: name, id: next }),
    };
  };
};
