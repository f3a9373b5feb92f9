import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import type { Bundles } from '#lib/bundling/bundles.ts';
import { AppFunction } from '#lib/constructs/app-function.ts';
import { BreakerTender } from '#lib/constructs/breaker-tender.ts';
import { FunctionRuntime } from '#lib/constructs/function-runtime.ts';
import { QueueWorker } from '#lib/constructs/queue-worker.ts';
import type { SearchBackend } from '#lib/constructs/search-backend.ts';
import { StreamWorker } from '#lib/constructs/stream-worker.ts';
import { watchKnowledge } from '#lib/constructs/watch-knowledge.ts';
import { AppStack } from './app-stack.ts';
import type { DataStack } from './data.ts';
import { type PipelineQueues, pipelineQueues } from './pipeline-queues.ts';

type PipelineStackProps = {
  readonly settings: Settings;
  readonly bundles: Bundles;
  readonly data: DataStack;
  readonly search: SearchBackend;
};

/** The way of an import from the uploaded file to the index, and of every changed record into it. */
export class PipelineStack extends AppStack {
  readonly queues: PipelineQueues;
  private readonly props: PipelineStackProps;
  private readonly runtime: FunctionRuntime;

  constructor(scope: Construct, id: string, props: PipelineStackProps) {
    const { settings, bundles } = props;
    super(scope, id, { settings, description: 'Caselore: imports and projection' });
    this.props = props;
    this.runtime = new FunctionRuntime(this, 'Runtime', { settings, bundles });
    this.queues = pipelineQueues(this, settings);

    this.announceUploads();
    this.splitUpload();
    this.dispatchSegments();
    this.writeSegment();
    const projectors = [this.projectChanges(), this.repairProjection()];
    const verifier = this.verifySegment();
    this.tendImports();
    const again = watchKnowledge(this, {
      ...props,
      runtime: this.runtime,
      queues: this.queues,
    });
    this.tendBreakers(projectors, [verifier, this.rebuildIndex(), again]);
  }

  private announceUploads(): void {
    const { uploads } = this.queues;
    new Rule(this, 'UploadArrived', {
      description: 'A file was uploaded: split it',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [this.props.data.importsBucket.bucketName] },
          object: { key: [{ prefix: 'uploads/' }] },
        },
      },
      targets: [new SqsQueue(uploads, { deadLetterQueue: uploads.deadLetters })],
    });
  }

  private splitUpload(): void {
    const { data } = this.props;
    new QueueWorker(this, 'SplitUpload', {
      name: 'split-upload',
      runtime: this.runtime,
      queue: this.queues.uploads,
      errorImpact: 'uploaded files are not read, their imports stand still',
    })
      .bindTable('IMPORTS_TABLE', data.importsTable, [
        'GetItem',
        'Query',
        'PutItem',
        'UpdateItem',
        'ConditionCheckItem',
      ])
      .bindBucket('IMPORTS_BUCKET', data.importsBucket, {
        get: ['uploads/*', 'segments/*', 'scans/*'],
        put: ['segments/*', 'scans/*'],
      })
      .bindQueue('UPLOADS_QUEUE_URL', this.queues.uploads)
      .bindQueue('DISPATCH_QUEUE_URL', this.queues.dispatch);
  }

  private dispatchSegments(): void {
    new QueueWorker(this, 'DispatchSegments', {
      name: 'dispatch-segments',
      runtime: this.runtime,
      queue: this.queues.dispatch,
      errorImpact: 'imports stand still',
    })
      .bindTable('IMPORTS_TABLE', this.props.data.importsTable, ['GetItem', 'UpdateItem'], ['active'])
      .bindQueue('SEGMENTS_QUEUE_URL', this.queues.segments);
  }

  private writeSegment(): void {
    const { data } = this.props;
    new QueueWorker(this, 'WriteSegment', {
      name: 'write-segment',
      runtime: this.runtime,
      queue: this.queues.segments,
      errorImpact: 'records of an import are not written',
    })
      .bindTable('IMPORTS_TABLE', data.importsTable, ['GetItem', 'Query', 'PutItem', 'UpdateItem'])
      .bindTable('CASES_TABLE', data.cases, ['BatchGetItem', 'PutItem'])
      .bindBucket('IMPORTS_BUCKET', data.importsBucket, { get: ['segments/*'] })
      .bindBucket('CONTENT_BUCKET', data.content, { put: ['*'] })
      .bindQueue('DISPATCH_QUEUE_URL', this.queues.dispatch)
      .bindQueue('VERIFICATION_QUEUE_URL', this.queues.verification);
  }

  private projectChanges(): StreamWorker {
    const { data, search } = this.props;
    return new StreamWorker(this, 'ProjectChanges', {
      name: 'project-changes',
      runtime: this.runtime,
      tables: [data.cases, data.articles],
      batchSize: 200,
      failures: this.queues.projectionFailures,
      late: { impact: 'changes are searchable minutes late', runbook: 'projection-late' },
      errorImpact: 'changed cases and articles are not found by search',
    })
      .bindTable('CASES_TABLE', data.cases, ['BatchGetItem'])
      .bindTable('ARTICLES_TABLE', data.articles, ['BatchGetItem'])
      .bindBucket('CONTENT_BUCKET', data.content, { get: ['*'] })
      .bindTable('BREAKERS_TABLE', data.breakers, ['GetItem', 'PutItem'])
      .bindSearch(search, 'write')
      .bindStoredModel(search.embedder, data.embeddings)
      .bindQueue('REPAIRS_QUEUE_URL', this.queues.repairs);
  }

  private repairProjection(): QueueWorker {
    const { data, search } = this.props;
    return new QueueWorker(this, 'RepairProjection', {
      name: 'repair-projection',
      runtime: this.runtime,
      queue: this.queues.repairs,
      batchSize: 10,
      errorImpact: 'some changed cases and articles are not found by search',
    })
      .bindTable('CASES_TABLE', data.cases, ['BatchGetItem'])
      .bindTable('ARTICLES_TABLE', data.articles, ['BatchGetItem'])
      .bindBucket('CONTENT_BUCKET', data.content, { get: ['*'] })
      .bindTable('BREAKERS_TABLE', data.breakers, ['GetItem', 'PutItem'])
      .bindSearch(search, 'write')
      .bindStoredModel(search.embedder, data.embeddings);
  }

  private rebuildIndex(): QueueWorker {
    const { data, search } = this.props;
    return new QueueWorker(this, 'RebuildIndex', {
      name: 'rebuild-index',
      runtime: this.runtime,
      queue: this.queues.rebuild,
      errorImpact: 'the search index is not renewed: a new model or an upgrade has no effect',
    })
      .bindTable('CASES_TABLE', data.cases, ['BatchGetItem'], ['by-updated'])
      .bindTable('ARTICLES_TABLE', data.articles, ['BatchGetItem'], ['by-updated'])
      .bindBucket('CONTENT_BUCKET', data.content, { get: ['*'] })
      .bindTable('BREAKERS_TABLE', data.breakers, ['GetItem', 'PutItem'])
      .bindSearch(search, 'rebuild')
      .bindStoredModel(search.embedder, data.embeddings)
      .bindQueue('REBUILD_QUEUE_URL', this.queues.rebuild)
      .addEnvironment('SETTLE_SECONDS', String(search.settleSeconds));
  }

  private verifySegment(): QueueWorker {
    const { data, search } = this.props;
    return new QueueWorker(this, 'VerifySegment', {
      name: 'verify-segment',
      runtime: this.runtime,
      queue: this.queues.verification,
      errorImpact: 'imports are not declared completed',
    })
      .bindTable('IMPORTS_TABLE', data.importsTable, ['GetItem', 'Query', 'PutItem', 'UpdateItem'])
      .bindTable('CASES_TABLE', data.cases, ['BatchGetItem'])
      .bindTable('BREAKERS_TABLE', data.breakers, ['GetItem', 'PutItem'])
      .bindSearch(search, 'read')
      .bindQueue('VERIFICATION_QUEUE_URL', this.queues.verification)
      .bindQueue('REPAIRS_QUEUE_URL', this.queues.repairs)
      .bindQueue('DISPATCH_QUEUE_URL', this.queues.dispatch);
  }

  private tendImports(): void {
    const { data } = this.props;
    const tend = new AppFunction(this, 'TendImports', {
      name: 'tend-imports',
      runtime: this.runtime,
      errorImpact: 'imports that stand still are not revived, expired uploads are not closed',
    });
    tend
      .bindTable('IMPORTS_TABLE', data.importsTable, ['GetItem', 'Query', 'UpdateItem'], ['active'])
      .bindTable('BREAKERS_TABLE', data.breakers, ['GetItem'])
      .bindBucket('IMPORTS_BUCKET', data.importsBucket, { get: ['uploads/*'], list: true })
      .bindQueue('UPLOADS_QUEUE_URL', this.queues.uploads)
      .bindQueue('DISPATCH_QUEUE_URL', this.queues.dispatch)
      .bindQueue('SEGMENTS_QUEUE_URL', this.queues.segments)
      .bindQueue('VERIFICATION_QUEUE_URL', this.queues.verification);
    new Rule(this, 'EveryMinute', {
      description: 'Tend the imports',
      schedule: Schedule.rate(Duration.minutes(1)),
      // The next minute does it again.
      targets: [new LambdaFunction(tend, { retryAttempts: 0 })],
    });
  }

  private tendBreakers(
    projectors: readonly (StreamWorker | QueueWorker)[],
    waiting: readonly QueueWorker[],
  ): void {
    const { data, search, settings } = this.props;
    const writing = projectors.flatMap(({ mappings }) => mappings);
    new BreakerTender(this, 'TendBreakers', {
      name: 'tend-breakers',
      runtime: this.runtime,
      errorImpact: 'work is neither paused while a part is out nor resumed when it answers again',
      breakers: data.breakers,
      mappings: {
        vector_store: [...writing, ...waiting.flatMap(({ mappings }) => mappings)],
        external_api: writing,
      },
      impacts: {
        vector_store:
          'changed cases and articles are not found by search, and imports do not complete, until the index answers',
        external_api: 'changed cases and articles are not found by search until the embedding model answers',
        ...(settings.caseSource && {
          database: 'changes in the case database are not found by search until it answers',
        }),
        ...(settings.knowledge.writer.name !== 'extractive' && {
          article_writer: 'no articles are drafted from cases until the model that writes them answers',
        }),
      },
    })
      .bindSearch(search, 'read')
      .bindModel(search.embedder);
  }
}
