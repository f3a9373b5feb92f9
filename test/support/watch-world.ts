import { nodeHasher } from '#adapters/system/node-hasher.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import type { CaseRow } from '#core/cases/case-row.ts';
import type { RecordKey } from '#contracts/record-key.ts';
import { eraseSource } from '#core/use-cases/erase-source.ts';
import { followSource } from '#core/use-cases/follow-source.ts';
import { keepCitations } from '#core/use-cases/keep-citations.ts';
import { noteResolved } from '#core/use-cases/note-resolved.ts';
import { tellRelations } from '#core/use-cases/tell-relations.ts';
import { watchArticles } from '#core/use-cases/watch-articles.ts';
import { watchCases } from '#core/use-cases/watch-cases.ts';
import { watchRecords } from '#core/use-cases/watch-records.ts';
import { fixedClock } from './fixed-clock.ts';
import { knownWordsEmbedder } from './known-words-embedder.ts';
import { memoryArticles } from './memory-articles.ts';
import { memoryCaseStore } from './memory-case-store.ts';
import { memoryKnowledgeBooks } from './memory-knowledge-books.ts';
import { memoryKnowledgeFiles } from './memory-knowledge-files.ts';
import { memoryLinks } from './memory-links.ts';
import { memoryPatternStore } from './memory-pattern-store.ts';
import { memorySearchIndex } from './memory-search-index.ts';
import { oneGeneration } from './one-generation.ts';
import { passageOfArticle } from '#core/projection/passage-of-article.ts';

type Wrap = <Port extends object>(port: Port) => Port;

/** Records, what follows them, and all that it needs in memory; `wrap` may make the ports fragile. */
export const watchWorld = (
  articles: readonly LivingArticle[] = [],
  cases: readonly CaseRow[] = [],
  wrap: Wrap = (port) => port,
) => {
  const stores = memoryArticles(articles);
  const files = memoryKnowledgeFiles();
  const index = memorySearchIndex();
  const { generations } = oneGeneration(index, knownWordsEmbedder());
  const plain = {
    ...stores,
    ...memoryLinks(),
    cases: memoryCaseStore(cases),
    patterns: memoryPatternStore(files),
    books: memoryKnowledgeBooks(),
    files,
  };
  const clock = fixedClock();
  const own = Object.fromEntries(
    Object.entries(plain).map(([name, port]) => [name, wrap(port)]),
  ) as typeof plain;
  const deps = { ...own, generations, clock, hasher: nodeHasher, resolvedStatuses: ['resolved', 'closed'] };
  const [erase, follow] = [eraseSource(deps), followSource(deps)];
  const watch = watchRecords({
    watchCases: watchCases({ ...deps, erase, follow, listeners: [noteResolved(deps)] }),
    watchArticles: watchArticles({
      ...deps,
      keepCitations: keepCitations({ ...deps, erase, follow }),
      tellRelations: tellRelations(deps),
    }),
  });
  const key = (kind: RecordKey['kind'], id: string, tenant = 'demo'): RecordKey => ({ tenant, kind, id });

  return {
    ...plain,
    deps: { ...deps, enoughReuse: 3 },
    clock,
    index,
    watch,
    /** Follows articles and cases by id. */
    follow: (kind: RecordKey['kind'], ...ids: readonly string[]) => watch(ids.map((id) => key(kind, id))),
    /** Puts articles into the index, as projection does. */
    project: async (...rows: readonly LivingArticle[]): Promise<void> =>
      index.upsert(rows.map((row) => ({ ...passageOfArticle(row), vector: undefined }))),
    article: async (id = 'a-1', tenant = 'demo'): Promise<LivingArticle> => {
      const row = await stores.articles.find(tenant, id);
      if (!row || row.deleted) throw new Error(`no article ${id}`);
      return row;
    },
    /** Writes the next row of a record that is there. */
    putCase: async (row: CaseRow): Promise<void> => {
      const stored = await plain.cases.find(row.tenant, row.id);
      const version = (stored?.version ?? 0) + 1;
      await plain.cases.write({ ...row, version }, version - 1);
    },
  };
};
