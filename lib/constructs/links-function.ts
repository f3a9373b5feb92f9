import type { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import type { DataStack } from '#lib/stacks/data.ts';
import { AppFunction } from './app-function.ts';
import type { FunctionRuntime } from './function-runtime.ts';
import type { SearchBackend } from './search-backend.ts';

type LinksFunctionProps = {
  readonly settings: Settings;
  readonly runtime: FunctionRuntime;
  readonly data: DataStack;
  readonly search: SearchBackend;
};

/** The function behind the routes of links, relations and numbers of articles. */
export const linksFunction = (
  scope: Construct,
  { settings, runtime, data, search }: LinksFunctionProps,
): AppFunction =>
  new AppFunction(scope, 'LinksApi', {
    name: 'links',
    runtime,
    errorImpact:
      'articles can be neither linked to cases nor compared with others, and nobody sees how knowledge does',
  })
    .bindTable('CASES_TABLE', data.cases, ['GetItem', 'BatchGetItem'])
    .bindTable('ARTICLES_TABLE', data.articles, ['GetItem', 'BatchGetItem', 'PutItem'])
    .bindTable('ARTICLE_VERSIONS_TABLE', data.articleVersions, ['PutItem'])
    .bindTable('ARTICLE_LINKS_TABLE', data.articleLinks, [
      'GetItem',
      'BatchGetItem',
      'Query',
      'PutItem',
      'UpdateItem',
    ])
    .bindTable('PATTERNS_TABLE', data.patterns, ['GetItem'])
    .bindTable('IDEMPOTENCY_TABLE', data.idempotency, ['GetItem', 'PutItem', 'UpdateItem'])
    .bindBucket('CONTENT_BUCKET', data.content, { get: ['*'], put: ['*'] })
    .bindBucket('KNOWLEDGE_BUCKET', data.knowledgeFiles, { get: ['*/patterns/*'], list: true })
    .bindSearch(search, 'read')
    .addEnvironment('RESOLVED_STATUSES', JSON.stringify(settings.knowledge.grouping.resolvedStatuses))
    .addEnvironment('ENOUGH_REUSE', String(settings.knowledge.enoughReuse));
