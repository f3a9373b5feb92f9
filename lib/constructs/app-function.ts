import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Code, Function, RecursiveLoop, Tracing } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { EmbeddingSettings } from '#config/embedding-settings.ts';
import type { WriterSettings } from '#config/writer-settings.ts';
import type { FunctionName } from '#config/function-name.ts';
import type { Settings } from '#config/schema.ts';
import type { AppBucket } from './app-bucket.ts';
import { AppAlarm } from './app-alarm.ts';
import { AppLogGroup } from './app-log-group.ts';
import type { AppQueue } from './app-queue.ts';
import type { AppTable } from './app-table.ts';
import { fullName } from './full-name.ts';
import type { FunctionNetwork } from './function-network.ts';
import type { FunctionRuntime } from './function-runtime.ts';
import { grantKey } from './grant-key.ts';
import { jobBook } from './job-book.ts';
import type { JobFacts } from './job-facts.ts';
import { modelAccess, type ModelAccess } from './model-access.ts';
import type { SearchBackend } from './search-backend.ts';
import type { SearchPermission } from './search-collection.ts';
import type { TableAction } from './table-action.ts';
import { writerAccess } from './writer-access.ts';

/** What every function needs to be made. */
export type AppFunctionProps = {
  /** Folder under `lambdas/`. */
  readonly name: FunctionName;
  readonly runtime: FunctionRuntime;
  /** What a user loses while this function fails. It goes into the alarm. */
  readonly errorImpact: string;
  /** Where it stands to reach something private; left out, it stands in no network of the customer's. */
  readonly network?: FunctionNetwork;
};

/** What a function may do in a bucket: key patterns by action. */
type BucketRights = {
  readonly get?: readonly string[];
  readonly put?: readonly string[];
  readonly remove?: readonly string[];
  /** Tells a missing object (404) from a forbidden one (403). */
  readonly list?: boolean;
};

/** What calls a function for a queue or a stream. */
export type Mapping = { readonly id: string; readonly arn: string };

const WRITES: ReadonlySet<TableAction> = new Set(['BatchWriteItem', 'PutItem', 'UpdateItem']);

/** Who writes the index begins its first generation and registers tenants; who rebuilds it goes through them all. */
const GENERATION_ACTIONS: Readonly<Record<SearchPermission, readonly TableAction[]>> = {
  read: ['GetItem'],
  write: ['GetItem', 'PutItem'],
  rebuild: ['GetItem', 'PutItem', 'Query'],
};

/** A Lambda function with a role of its own that may write logs and traces, an alarm, and nothing else until something is bound to it. */
export class AppFunction extends Function {
  readonly shortName: FunctionName;
  /** The physical name, as metrics know it. */
  readonly fullName: string;

  constructor(scope: Construct, id: string, { name, runtime, errorImpact, network }: AppFunctionProps) {
    const { settings, bundles } = runtime;
    const physicalName = fullName(settings, name);
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const logGroup = new AppLogGroup(scope, `${id}Logs`, { name: `/aws/lambda/${physicalName}`, settings });
    logGroup.grantWrite(role);
    network?.admit(role);
    super(scope, id, {
      functionName: physicalName,
      code: Code.fromAsset(bundles.functionDirectory(name)),
      handler: 'index.handler',
      runtime: runtime.runtime,
      architecture: runtime.architecture,
      layers: [runtime.layer],
      role,
      logGroup,
      memorySize: settings.functions[name].memoryMb,
      timeout: Duration.seconds(settings.functions[name].timeoutSeconds),
      tracing: Tracing.ACTIVE,
      vpc: network?.vpc,
      vpcSubnets: network && { subnets: [...network.subnets] },
      securityGroups: network && [network.securityGroup],
      // The pipeline's functions feed each other's queues by design; after 16 hops Lambda would stop an import.
      recursiveLoop: RecursiveLoop.ALLOW,
      environment: {
        STAGE: settings.stage,
        LOG_LEVEL: settings.logLevel,
        POWERTOOLS_SERVICE_NAME: name,
        POWERTOOLS_METRICS_NAMESPACE: 'Caselore',
        NODE_OPTIONS: '--enable-source-maps',
      },
    });
    this.shortName = name;
    this.fullName = physicalName;
    new AppAlarm(this, 'Errors', {
      metric: this.metricErrors({ period: Duration.minutes(5) }),
      above: 0,
      impact: errorImpact,
      runbook: 'function-errors',
    });
  }

  /** Passes a table's name and grants the actions on it; an index may be queried only. */
  bindTable(
    env: string,
    table: AppTable,
    actions: readonly TableAction[],
    indexes: readonly string[] = [],
  ): this {
    this.allow(
      actions.map((action) => `dynamodb:${action}`),
      [table.tableArn],
    );
    if (indexes.length > 0) {
      this.allow(
        ['dynamodb:Query'],
        indexes.map((index) => `${table.tableArn}/index/${index}`),
      );
    }
    grantKey(this, {
      key: table.key,
      service: 'dynamodb',
      writes: actions.some((action) => WRITES.has(action)),
    });
    return this.addEnvironment(env, table.tableName);
  }

  /** Grants what Lambda needs to read a table's stream for the function; streams are listed by table: IAM knows no narrower resource. */
  allowStream(table: AppTable, stream: string): void {
    this.allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], [stream]);
    this.allow(['dynamodb:ListStreams'], [`${table.tableArn}/stream/*`]);
  }

  /** Passes the mappings that wait while a breaker is open, as JSON, and grants pausing exactly those. */
  bindMappings(env: string, mappings: Readonly<Record<string, readonly Mapping[]>>): this {
    const arns = Object.values(mappings).flatMap((own) => own.map(({ arn }) => arn));
    this.allow(['lambda:UpdateEventSourceMapping'], [...new Set(arns)]);
    const ids = Object.entries(mappings).map(([name, own]) => [name, own.map(({ id }) => id)] as const);
    return this.addEnvironment(env, JSON.stringify(Object.fromEntries(ids)));
  }

  /** Passes a bucket's name and grants reading, writing and removing of the keys that match. */
  bindBucket(env: string, bucket: AppBucket, { get = [], put = [], remove = [], list }: BucketRights): this {
    const keys = (patterns: readonly string[]) => patterns.map((pattern) => bucket.arnForObjects(pattern));
    if (get.length > 0) this.allow(['s3:GetObject'], keys(get));
    if (put.length > 0) this.allow(['s3:PutObject'], keys(put));
    if (remove.length > 0) this.allow(['s3:DeleteObject'], keys(remove));
    if (list) this.allow(['s3:ListBucket'], [bucket.bucketArn]);
    grantKey(this, { key: bucket.key, service: 's3', writes: put.length > 0 });
    return this.addEnvironment(env, bucket.bucketName);
  }

  /** Passes a queue's URL and grants sending to it. */
  bindQueue(env: string, queue: AppQueue): this {
    this.allow(['sqs:SendMessage'], [queue.queueArn]);
    return this.addEnvironment(env, queue.queueUrl);
  }

  /** Passes a queue's URL and grants looking at its depth. */
  bindQueueDepth(env: string, queue: AppQueue): this {
    this.allow(['sqs:GetQueueAttributes'], [queue.queueArn]);
    return this.addEnvironment(env, queue.queueUrl);
  }

  /** Passes the index's address, its generations and the model of the first one; in the cloud, admits the function to it. */
  bindSearch(
    { url, embedder, generations, collection }: SearchBackend,
    permission: SearchPermission,
    actions: readonly TableAction[] = GENERATION_ACTIONS[permission],
  ): this {
    collection?.admit(this, this.shortName, permission);
    return this.bindTable('SEARCH_GENERATIONS_TABLE', generations, actions)
      .bindModelName(embedder)
      .addEnvironment('SEARCH_URL', url);
  }

  /** Passes the name of the model; and the size of its vectors, which is part of the index's name, where it has several. */
  bindModelName(embedder: EmbeddingSettings): this {
    const size = 'dimensions' in embedder ? String(embedder.dimensions) : undefined;
    return this.addVariables({ EMBEDDER: embedder.name, EMBEDDER_DIMENSIONS: size });
  }

  /** Passes what the model needs, and grants calling it where it is Bedrock's. */
  bindModel(embedder: EmbeddingSettings): this {
    return this.callModel(modelAccess(embedder, Stack.of(this).account));
  }

  /** Passes what the writer of articles needs, and grants calling it where it is a model of Bedrock. */
  bindWriter(writer: WriterSettings): this {
    return this.callModel(writerAccess(writer, Stack.of(this).account));
  }

  /** Passes the model and where its vectors are kept; those of the static table cost less to make than to read. */
  bindStoredModel(embedder: EmbeddingSettings, embeddings: AppTable): this {
    this.bindModel(embedder);
    return embedder.name === 'static'
      ? this
      : this.bindTable('EMBEDDINGS_TABLE', embeddings, ['BatchGetItem', 'BatchWriteItem']);
  }

  /** Passes where the environment's metrics are, and grants reading metrics; CloudWatch knows no narrower resource for that. */
  bindMetrics(sources: string, cacheSeconds: number): this {
    this.allow(['cloudwatch:GetMetricData'], ['*']);
    return this.addVariables({ METRIC_SOURCES: sources, METRICS_CACHE_SECONDS: String(cacheSeconds) });
  }

  /** Passes what jobs there are, and grants starting their executions and asking how each is; an execution's name is not known before. */
  bindJobs(jobs: readonly JobFacts[], { form }: Pick<Settings, 'form'>): this {
    const machines = jobs.map(({ stateMachineArn }) => stateMachineArn);
    this.allow(['states:StartExecution'], machines);
    this.allow(
      ['states:DescribeExecution'],
      jobs.map(({ names }) =>
        this.stack.formatArn({
          service: 'states',
          resource: 'execution',
          resourceName: `${names.stateMachine}:*`,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ),
    );
    return this.addEnvironment('JOBS', jobBook(this.stack, jobs, form === 'cloud'));
  }

  /** Grants an action on one thing outside the tables, buckets and queues, named by its ARN. */
  bindArn(action: string, arn: string): this {
    this.allow([action], [arn]);
    return this;
  }

  /** Passes variables by name, those that have a value. */
  addVariables(env: Readonly<Record<string, string | undefined>>): this {
    for (const [name, value] of Object.entries(env))
      if (value !== undefined) this.addEnvironment(name, value);
    return this;
  }

  private callModel({ env, callable }: ModelAccess): this {
    if (callable.length > 0) this.allow(['bedrock:InvokeModel'], callable);
    return this.addVariables(env);
  }

  private allow(actions: readonly string[], resources: readonly string[]): void {
    this.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
  }
}
