import type { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import type { AppBucket } from './app-bucket.ts';
import type { AppFunction } from './app-function.ts';
import type { AppQueue } from './app-queue.ts';
import type { AppTable } from './app-table.ts';
import type { DeadLetters } from './dead-letters.ts';
import type { FunctionRuntime } from './function-runtime.ts';
import { namedJob } from './named-job.ts';
import { QueueWorker } from './queue-worker.ts';
import type { SearchBackend } from './search-backend.ts';
import { StreamWorker } from './stream-worker.ts';
import type { TableAction } from './table-action.ts';

type WatchedData = {
  readonly cases: AppTable;
  readonly articles: AppTable;
  readonly articleVersions: AppTable;
  readonly articleLinks: AppTable;
  readonly patterns: AppTable;
  readonly jobs: AppTable;
  readonly content: AppBucket;
  readonly knowledgeFiles: AppBucket;
};

type WatchKnowledgeProps = {
  readonly settings: Settings;
  readonly runtime: FunctionRuntime;
  readonly data: WatchedData;
  readonly search: SearchBackend;
  readonly queues: { readonly rewatch: AppQueue; readonly watchFailures: DeadLetters };
};

const IMPACT =
  'articles still say what erased cases said, and nobody is asked to look at those that are out of date';

/** Gathered, an import is followed in few calls beside the projector; what must be done within a minute has the time. */
const WINDOW_SECONDS = 2;

/** The functions that follow changed cases and articles in the knowledge that was made of them; answers the one that tries again. */
export const watchKnowledge = (scope: Construct, props: WatchKnowledgeProps): QueueWorker => {
  const { runtime, data, queues } = props;
  const watch = new StreamWorker(scope, 'WatchRecords', {
    name: 'watch-records',
    runtime,
    tables: [data.cases, data.articles],
    batchSize: 200,
    windowSeconds: WINDOW_SECONDS,
    failures: queues.watchFailures,
    late: { impact: IMPACT, runbook: 'watch-late' },
    errorImpact: IMPACT,
  });
  const again = new QueueWorker(scope, 'RewatchRecords', {
    name: 'rewatch-records',
    runtime,
    queue: queues.rewatch,
    errorImpact: IMPACT,
  });
  bind(watch, props, ['GetItem', 'UpdateItem']);
  bind(again, props, ['GetItem']);
  watch.bindQueue('REWATCH_QUEUE_URL', queues.rewatch);
  startEarly(watch, props);
  return again;
};

/** Who starts runs counts solved cases, in the table of the patterns. */
const bind = (
  watcher: AppFunction,
  { data, search, settings }: WatchKnowledgeProps,
  ofPatterns: readonly TableAction[],
): AppFunction =>
  watcher
    .bindTable('CASES_TABLE', data.cases, ['BatchGetItem'])
    .bindTable('ARTICLES_TABLE', data.articles, ['GetItem', 'BatchGetItem', 'PutItem'])
    .bindTable('ARTICLE_VERSIONS_TABLE', data.articleVersions, ['GetItem', 'Query', 'PutItem', 'UpdateItem'])
    .bindTable('ARTICLE_LINKS_TABLE', data.articleLinks, ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'])
    .bindTable('PATTERNS_TABLE', data.patterns, ofPatterns)
    .bindBucket('CONTENT_BUCKET', data.content, { get: ['*'], put: ['*'] })
    .bindBucket('KNOWLEDGE_BUCKET', data.knowledgeFiles, {
      get: ['*/patterns/*'],
      remove: ['*/drafts/*'],
      list: true,
    })
    .bindSearch(search, 'read')
    .addEnvironment('RESOLVED_STATUSES', JSON.stringify(settings.knowledge.grouping.resolvedStatuses));

/** The job is known by its name: its stack is made after this one. */
const startEarly = (watch: AppFunction, { data, settings }: WatchKnowledgeProps): AppFunction =>
  watch
    .bindTable('JOBS_TABLE', data.jobs, ['GetItem', 'PutItem', 'UpdateItem'])
    .bindJobs([namedJob(watch.stack, settings, 'knowledge_generation')], settings)
    .addEnvironment('KNOWLEDGE_GROUPING', JSON.stringify(settings.knowledge.grouping))
    .addEnvironment('EARLY_RUNS', JSON.stringify(settings.knowledge.early));
