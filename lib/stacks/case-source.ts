import { CfnParameter } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { CaseSource } from '#config/case-source.ts';
import type { Settings } from '#config/schema.ts';
import type { CaseConnection } from '#contracts/case-connection.ts';
import type { Bundles } from '#lib/bundling/bundles.ts';
import { AppFunction } from '#lib/constructs/app-function.ts';
import { CaseDatabase } from '#lib/constructs/case-database.ts';
import { FunctionNetwork } from '#lib/constructs/function-network.ts';
import { FunctionRuntime } from '#lib/constructs/function-runtime.ts';
import { AppStack } from './app-stack.ts';
import type { DataStack } from './data.ts';

type CaseSourceStackProps = {
  readonly settings: Settings;
  readonly caseSource: CaseSource;
  readonly bundles: Bundles;
  readonly data: DataStack;
};

/** How the function reaches the database: what it is told, where it stands, and what it may do there. */
type Reach = {
  readonly connection: CaseConnection;
  readonly network?: FunctionNetwork;
  readonly right?: readonly [action: string, arn: string];
};

/** Amazon's authorities beside those of Node: the certificates of RDS are among them. */
const RDS_AUTHORITIES = '/var/runtime/ca-cert.pem';

/** What follows the customer's case database; made only where one is named. */
export class CaseSourceStack extends AppStack {
  readonly caseSource: CaseSource;
  /** Does one part of a run of `case_sync`; called until there is no more. */
  readonly sync: AppFunction;
  private readonly props: CaseSourceStackProps;

  constructor(scope: Construct, id: string, props: CaseSourceStackProps) {
    const { settings, bundles, data, caseSource } = props;
    const makesCluster = caseSource.connection.kind === 'aurora';
    super(scope, id, { settings, description: 'Caselore: the case database', stateful: makesCluster });
    this.props = props;
    this.caseSource = caseSource;
    const { connection, network, right } = this.reach(caseSource.connection);
    this.sync = new AppFunction(this, 'SyncCases', {
      name: 'sync-cases',
      runtime: new FunctionRuntime(this, 'Runtime', { settings, bundles }),
      errorImpact: 'changes in the case database are not found by search',
      network,
    })
      .bindTable('SOURCE_TABLE', data.source, ['GetItem', 'BatchGetItem', 'PutItem', 'Query'])
      .bindTable('IMPORTS_TABLE', data.importsTable, ['GetItem', 'PutItem'])
      .bindTable('CASES_TABLE', data.cases, ['BatchGetItem', 'PutItem'], ['by-updated'])
      .bindBucket('IMPORTS_BUCKET', data.importsBucket, { put: ['uploads/*'] })
      .bindBucket('CONTENT_BUCKET', data.content, { get: ['*'] })
      .bindTable('JOBS_TABLE', data.jobs, ['GetItem', 'UpdateItem'])
      .bindTable('BREAKERS_TABLE', data.breakers, ['GetItem', 'PutItem'])
      .addEnvironment('CASE_CONNECTION', this.toJsonString(connection))
      .addEnvironment('CASE_MAPPING', JSON.stringify(caseSource.mapping))
      .addEnvironment('CASE_TENANT', caseSource.tenant)
      .addEnvironment('CASE_BATCH_SIZE', String(caseSource.batchSize))
      .addEnvironment('CASE_OVERLAP_SECONDS', String(caseSource.overlapSeconds))
      .addEnvironment('CASE_RESOLVED_STATUSES', JSON.stringify(settings.knowledge.grouping.resolvedStatuses))
      .addEnvironment('CASE_DELETIONS', JSON.stringify(caseSource.deletions));
    if (network) this.sync.addEnvironment('NODE_EXTRA_CA_CERTS', RDS_AUTHORITIES);
    if (right) this.sync.bindArn(...right);
  }

  private reach(settings: CaseSource['connection']): Reach {
    if (settings.kind === 'local') return { connection: { kind: 'local', url: this.localUrl() } };
    if (settings.kind === 'aurora') return this.reachCluster(settings);
    const network = new FunctionNetwork(this, 'Network', settings.network);
    network.openTo(settings.port);
    const { host, port, database } = settings;
    if (settings.kind === 'secret') {
      network.addSecrets();
      const { secretArn: secret } = settings;
      const right = ['secretsmanager:GetSecretValue', secret] as const;
      return { connection: { kind: 'secret', host, port, database, secret }, network, right };
    }
    const { user, resourceId } = settings;
    const right = this.mayConnect(resourceId, user);
    return { connection: { kind: 'rds-iam', host, port, database, user }, network, right };
  }

  private reachCluster(settings: Extract<CaseSource['connection'], { kind: 'aurora' }>): Reach {
    const { data, settings: all } = this.props;
    const network = new FunctionNetwork(this, 'Network', settings.network);
    const database = new CaseDatabase(this, 'Database', {
      settings,
      network,
      key: data.key,
      protect: all.protect,
    });
    const { user, database: name } = settings;
    const { host, port, resourceId } = database;
    return {
      connection: { kind: 'rds-iam', host, port, database: name, user },
      network,
      right: this.mayConnect(resourceId, user),
    };
  }

  /** The right to come in as one user of one database. */
  private mayConnect(resourceId: string, user: string): readonly [string, string] {
    return [
      'rds-db:connect',
      `arn:${this.partition}:rds-db:${this.region}:${this.account}:dbuser:${resourceId}/${user}`,
    ];
  }

  /** A laptop knows the port of its database only when it starts. */
  private localUrl(): string {
    return new CfnParameter(this, 'CaseDatabaseUrl', {
      default: 'postgres://postgres@127.0.0.1:5432/postgres',
      description: 'Address of the case database of the laptop form',
    }).valueAsString;
  }
}
