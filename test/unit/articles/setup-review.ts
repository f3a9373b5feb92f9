import { nodeHasher } from '#adapters/system/node-hasher.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { storeDraft } from '#core/articles/store-draft.ts';
import { aDraft } from '#test/support/a-draft.ts';
import { aPattern } from '#test/support/a-pattern.ts';
import { countedIds } from '#test/support/counted-ids.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { memoryArticles } from '#test/support/memory-articles.ts';
import { memoryKnowledgeFiles } from '#test/support/memory-knowledge-files.ts';
import { memoryLinks } from '#test/support/memory-links.ts';
import { memoryPatternStore } from '#test/support/memory-pattern-store.ts';

/** Articles, their patterns and all that reviews need, in memory, at 2026-03-01T12:00:00Z. */
export const setupReview = (...rows: readonly LivingArticle[]) => {
  const stores = memoryArticles(rows);
  const clock = fixedClock();
  const patterns = memoryPatternStore(memoryKnowledgeFiles());
  const deps = {
    ...stores,
    patterns,
    links: memoryLinks().links,
    clock,
    ids: countedIds(),
    hasher: nodeHasher,
    draftExpiryDays: 30,
  };
  const kinds = async (id: string) =>
    (await stores.versions.list('demo', id, 99)).heads.map(({ change }) => change.kind).toReversed();
  const store = storeDraft(deps);
  /** A draft `kb-p-1` of a pattern that says so. */
  const drafted = async (): Promise<LivingArticle> => {
    const outcome = { kind: 'drafted', articleId: 'kb-p-1' } as const;
    await patterns.write(aPattern({ evidence: 'e-1', decidedOn: 'e-1', outcome }), 0);
    return (await store('demo', 'kb-p-1', aDraft())).article;
  };
  return { ...deps, kinds, store, drafted };
};
