import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  AuroraPostgresEngineVersion,
  ClusterInstance,
  Credentials,
  DatabaseCluster,
  DatabaseClusterEngine,
} from 'aws-cdk-lib/aws-rds';
import { Construct } from 'constructs';
import type { CaseSource } from '#config/case-source.ts';
import type { FunctionNetwork } from './function-network.ts';

/** Not PostgreSQL's own, which is the first that anybody tries. */
const PORT = 5_433;

type CaseDatabaseProps = {
  readonly settings: Extract<CaseSource['connection'], { kind: 'aurora' }>;
  readonly network: FunctionNetwork;
  readonly key: IKey;
  /** Refuses deletion, and outlives its stack. */
  readonly protect: boolean;
};

/** A case database of the environment's own, for those who have none: Aurora Serverless v2 with PostgreSQL, reached by IAM. */
export class CaseDatabase extends Construct {
  readonly host: string;
  readonly port = PORT;
  readonly resourceId: string;

  constructor(scope: Construct, id: string, { settings, network, key, protect }: CaseDatabaseProps) {
    super(scope, id);
    const group = new SecurityGroup(this, 'Group', {
      vpc: network.vpc,
      description: 'Caselore: the case database',
      allowAllOutbound: false,
    });
    group.addIngressRule(network.securityGroup, Port.tcp(PORT), 'Caselore reads cases');
    network.securityGroup.addEgressRule(group, Port.tcp(PORT), 'to the case database');
    const cluster = new DatabaseCluster(this, 'Cluster', {
      engine: DatabaseClusterEngine.auroraPostgres({ version: AuroraPostgresEngineVersion.VER_17_5 }),
      writer: ClusterInstance.serverlessV2('Writer', {
        enablePerformanceInsights: true,
        performanceInsightEncryptionKey: key,
      }),
      serverlessV2MinCapacity: settings.capacity.min,
      serverlessV2MaxCapacity: settings.capacity.max,
      vpc: network.vpc,
      vpcSubnets: { subnets: [...network.subnets] },
      securityGroups: [group],
      port: PORT,
      defaultDatabaseName: settings.database,
      // The owner's password is made, kept and rotated by RDS itself; we come by IAM.
      credentials: Credentials.fromUsername('owner', { encryptionKey: key }),
      manageMasterUserPassword: true,
      iamAuthentication: true,
      storageEncryptionKey: key,
      backup: { retention: Duration.days(14) },
      cloudwatchLogsExports: ['postgresql'],
      deletionProtection: protect,
      removalPolicy: protect ? RemovalPolicy.RETAIN : RemovalPolicy.SNAPSHOT,
    });
    this.host = cluster.clusterEndpoint.hostname;
    this.resourceId = cluster.clusterResourceIdentifier;
  }
}
