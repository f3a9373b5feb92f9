import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoArticleLinks } from '#adapters/aws/dynamo-article-links.ts';
import { dynamoArticleTies } from '#adapters/aws/dynamo-article-ties.ts';
import { dynamoCaseTies } from '#adapters/aws/dynamo-case-ties.ts';
import { dynamoKnowledgeBooks } from '#adapters/aws/dynamo-knowledge-books.ts';
import { dynamoPatternStore } from '#adapters/aws/dynamo-pattern-store.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { eraseSource } from '#core/use-cases/erase-source.ts';
import { followSource } from '#core/use-cases/follow-source.ts';
import { keepCitations } from '#core/use-cases/keep-citations.ts';
import { noteResolved } from '#core/use-cases/note-resolved.ts';
import { tellRelations } from '#core/use-cases/tell-relations.ts';
import { watchArticles } from '#core/use-cases/watch-articles.ts';
import { watchCases, type CaseListener } from '#core/use-cases/watch-cases.ts';
import type { WatchRecordsDeps } from '#core/use-cases/watch-records.ts';
import { articleStores } from './article-stores.ts';
import type { EmbedderName } from './embedder-name.ts';
import { knowledgeFiles } from './knowledge-files.ts';
import { openGenerations } from './open-generations.ts';
import { recordStores } from './record-stores.ts';

/** Where everything is that following records touches. */
type WatchersEnv = {
  readonly CASES_TABLE: string;
  readonly ARTICLES_TABLE: string;
  readonly ARTICLE_VERSIONS_TABLE: string;
  readonly ARTICLE_LINKS_TABLE: string;
  readonly PATTERNS_TABLE: string;
  readonly CONTENT_BUCKET: string;
  readonly KNOWLEDGE_BUCKET: string;
  readonly SEARCH_GENERATIONS_TABLE: string;
  readonly SEARCH_URL: string;
  readonly EMBEDDER: EmbedderName;
  readonly RESOLVED_STATUSES: readonly string[];
};

/** What follows cases and articles, over one client of DynamoDB; listeners are told of changed cases too. */
export const watchers = (env: WatchersEnv, listeners: readonly CaseListener[] = []): WatchRecordsDeps => {
  const [dynamo, clock, hasher] = [documentClient(), systemClock, nodeHasher];
  const table = env.ARTICLE_LINKS_TABLE;
  const { articles, versions } = articleStores(env);
  const { cases } = recordStores(env);
  const files = knowledgeFiles(env.KNOWLEDGE_BUCKET);
  const caseTies = dynamoCaseTies(dynamo, table, clock);
  const articleTies = dynamoArticleTies(dynamo, table);
  const books = dynamoKnowledgeBooks(dynamo, table, clock);
  const links = dynamoArticleLinks(dynamo, table, clock);
  const patterns = dynamoPatternStore(dynamo, env.PATTERNS_TABLE, files, clock);
  const own = {
    articles,
    versions,
    cases,
    caseTies,
    articleTies,
    links,
    books,
    patterns,
    files,
    clock,
    hasher,
  };
  const deps = { ...own, resolvedStatuses: env.RESOLVED_STATUSES };
  const [erase, follow] = [eraseSource(deps), followSource(deps)];
  return {
    watchCases: watchCases({ ...deps, erase, follow, listeners: [noteResolved(deps), ...listeners] }),
    watchArticles: watchArticles({
      ...deps,
      keepCitations: keepCitations({ ...deps, erase, follow }),
      tellRelations: tellRelations({ ...deps, generations: openGenerations(dynamo, env) }),
    }),
  };
};
