import { FilterPattern } from 'aws-cdk-lib/aws-logs';
import { LambdaDestination } from 'aws-cdk-lib/aws-logs-destinations';
import type { Construct } from 'constructs';
import { SEARCH_COMPLETED } from '#contracts/search-event.ts';
import type { DataStack } from '#lib/stacks/data.ts';
import { AppFunction } from './app-function.ts';
import type { FunctionRuntime } from './function-runtime.ts';
import type { SearchBackend } from './search-backend.ts';

type SearchFunctionProps = {
  readonly runtime: FunctionRuntime;
  readonly data: DataStack;
  readonly search: SearchBackend;
};

/** The function behind the routes of searches. */
export const searchFunction = (
  scope: Construct,
  { runtime, data, search }: SearchFunctionProps,
): AppFunction =>
  new AppFunction(scope, 'SearchApi', {
    name: 'search',
    runtime,
    errorImpact: 'nothing can be searched',
  })
    .bindTable('CASES_TABLE', data.cases, ['GetItem', 'BatchGetItem'])
    .bindTable('ARTICLES_TABLE', data.articles, ['GetItem', 'BatchGetItem'])
    .bindBucket('CONTENT_BUCKET', data.content, { get: ['*'] })
    .bindTable('SEARCH_STATS_TABLE', data.searchStats, ['GetItem', 'PutItem', 'Query', 'UpdateItem'])
    .bindSearch(search, 'read')
    .bindModel(search.embedder);

/** Searches write nothing but a line of their log; the function that this makes reads the lines. */
export const aggregateSearches = (
  scope: Construct,
  searched: AppFunction,
  { runtime, data }: SearchFunctionProps,
): void => {
  const aggregate = new AppFunction(scope, 'AggregateSearches', {
    name: 'aggregate-searches',
    runtime,
    errorImpact: 'searches are missing in the search analytics',
  }).bindTable('SEARCH_STATS_TABLE', data.searchStats, ['GetItem', 'PutItem']);
  searched.logGroup.addSubscriptionFilter('Searches', {
    destination: new LambdaDestination(aggregate),
    filterPattern: FilterPattern.stringValue('$.message', '=', SEARCH_COMPLETED),
  });
};
