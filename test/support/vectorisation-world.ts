import type { RebuildMessage } from '#contracts/rebuild-message.ts';
import { searchGenerations } from '#core/generations/search-generations.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';
import { projectIds } from '#core/projection/project-ids.ts';
import { vectorise } from '#core/use-cases/vectorise.ts';
import { aCase } from './a-case.ts';
import { anArticle } from './an-article.ts';
import { countedIds } from './counted-ids.ts';
import { fixedClock } from './fixed-clock.ts';
import { knownWordsEmbedder } from './known-words-embedder.ts';
import { memoryArticleStore } from './memory-article-store.ts';
import { memoryCaseStore } from './memory-case-store.ts';
import { memoryGenerationStore } from './memory-generation-store.ts';
import { memoryRecordWalk } from './memory-record-walk.ts';
import { memorySearchIndex } from './memory-search-index.ts';
import { memoryTenantRegistry } from './memory-tenant-registry.ts';
import { memoryVectorisationCursors } from './memory-vectorisation-cursors.ts';

/** The generation with which every world begins. */
export const FIRST_GENERATION = {
  model: 'known-words',
  dimensions: 3,
  generation: 1,
  embedder: 'words',
  indexVersion: 1,
};
const OTHER_MODEL = { model: 'other-words', dimensions: 3 };

type Wish = {
  readonly index?: SearchIndex;
  /** Wraps every port that the vectorization is given. */
  readonly wrap?: <Port extends object>(port: Port) => Port;
};

/** Records, an index that holds them, and the vectorization, over twins. */
export const vectorisationWorld = async ({
  index = memorySearchIndex(),
  wrap = (port) => port,
}: Wish = {}) => {
  const clock = fixedClock();
  const [cases, articles] = [memoryCaseStore(), memoryArticleStore()];
  const [store, tenants, cursors] = [
    memoryGenerationStore(),
    memoryTenantRegistry(),
    memoryVectorisationCursors(),
  ];
  const embedder = knownWordsEmbedder('blank', 'toner', 'drum');
  const sent: RebuildMessage[] = [];
  const faults: unknown[] = [];
  const began: number[] = [];
  const opened = wrap(index);
  const generations = searchGenerations({
    store,
    first: FIRST_GENERATION,
    clock,
    open: async (name) => ({ name, index: opened, embedder: wrap(embedder) }),
  });
  const deps = {
    cases: wrap(cases),
    articles: wrap(articles),
    store: wrap(store),
    tenants: wrap(tenants),
    cursors: wrap(cursors),
    walks: { case: wrap(memoryRecordWalk(cases)), article: wrap(memoryRecordWalk(articles)) },
    generations,
    queue: wrap({ send: async (messages: readonly RebuildMessage[]) => void sent.push(...messages) }),
    first: FIRST_GENERATION,
    models: { words: FIRST_GENERATION, other: OTHER_MODEL },
    settleSeconds: 2,
    trail: {
      failed: (_tenant: string, error: unknown) => void faults.push(error),
      rebuildBegan: (generation: number) => void began.push(generation),
    },
    clock,
    ids: countedIds(),
  };
  const project = projectIds({ cases, articles, tenants, generations });

  /** Writes cases of a tenant and lets the projector follow. */
  const hold = async (tenant: string, ids: readonly string[]): Promise<void> => {
    for (const id of ids) await cases.write(aCase({ tenant, id }), 0);
    await project({ tenant, kind: 'case' }, ids);
  };
  const holdArticle = async (tenant: string, id: string): Promise<void> => {
    const change = { kind: 'created', by: { kind: 'principal', id: 'writer' } } as const;
    await articles.write([{ row: anArticle({ tenant, id }), expected: 0, change }]);
    await project({ tenant, kind: 'article' }, [id]);
  };

  let runs = 0;
  const work = vectorise(deps);
  return {
    index,
    cases,
    articles,
    tenants,
    store,
    cursors,
    embedder,
    clock,
    deps,
    sent,
    faults,
    began,
    project,
    hold,
    holdArticle,
    work,
    /** One run in one call, a second after the one before. */
    run: async () => {
      clock.advance(1_000);
      return work(`run-${(runs += 1)}`, { remaining: () => 60_000 });
    },
  };
};
