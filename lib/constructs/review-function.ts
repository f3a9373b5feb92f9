import type { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import type { DataStack } from '#lib/stacks/data.ts';
import { AppFunction } from './app-function.ts';
import type { FunctionRuntime } from './function-runtime.ts';

type ReviewFunctionProps = {
  readonly settings: Settings;
  readonly runtime: FunctionRuntime;
  readonly data: DataStack;
};

/** The function behind the routes of reviews, versions and claims. */
export const reviewFunction = (
  scope: Construct,
  { settings, runtime, data }: ReviewFunctionProps,
): AppFunction =>
  new AppFunction(scope, 'ReviewApi', {
    name: 'review',
    runtime,
    errorImpact: 'drafts can be neither approved nor rejected, and the history of articles cannot be read',
  })
    .bindTable('ARTICLES_TABLE', data.articles, ['GetItem', 'BatchGetItem', 'PutItem'])
    .bindTable('ARTICLE_VERSIONS_TABLE', data.articleVersions, ['GetItem', 'PutItem', 'Query'], ['by-review'])
    .bindTable('ARTICLE_LINKS_TABLE', data.articleLinks, ['GetItem', 'Query', 'PutItem', 'UpdateItem'])
    .bindTable('CASES_TABLE', data.cases, ['BatchGetItem'])
    .bindTable('PATTERNS_TABLE', data.patterns, ['GetItem', 'PutItem'])
    .bindTable('IDEMPOTENCY_TABLE', data.idempotency, ['GetItem', 'PutItem', 'UpdateItem'])
    .bindBucket('CONTENT_BUCKET', data.content, { get: ['*'], put: ['*'] })
    .addEnvironment('MINUTES_A_CASE', String(settings.knowledge.review.minutesACase));
