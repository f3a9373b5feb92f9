import { RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import {
  CfnAccessPolicy,
  CfnCollection,
  CfnCollectionGroup,
  CfnSecurityPolicy,
} from 'aws-cdk-lib/aws-opensearchserverless';
import { Construct } from 'constructs';

type SearchCapacity = {
  readonly minIndexing: number;
  readonly maxIndexing: number;
  readonly minSearch: number;
  readonly maxSearch: number;
};

type SearchCollectionProps = {
  /** 3 to 32 characters, lower case. */
  readonly name: string;
  readonly key: IKey;
  readonly protect: boolean;
  /** In OCU. */
  readonly capacity: SearchCapacity;
};

/** What a function may do with indexes: ask them, also make and fill them, or also drop them. */
export type SearchPermission = 'read' | 'write' | 'rebuild';

const READ = ['aoss:ReadDocument'];
/** The first write of each instance looks whether the index is there, and makes it. */
const WRITE = [...READ, 'aoss:DescribeIndex', 'aoss:CreateIndex', 'aoss:WriteDocument'];
const DATA_PERMISSIONS: Record<SearchPermission, readonly string[]> = {
  read: READ,
  write: WRITE,
  rebuild: [...WRITE, 'aoss:DeleteIndex'],
};

/** A NextGen vector collection of OpenSearch Serverless in a group of its own; its documents carry our ids. */
export class SearchCollection extends Construct {
  /** HTTPS endpoint of the collection. */
  readonly endpoint: string;
  private readonly name: string;
  private readonly collection: CfnCollection;

  constructor(scope: Construct, id: string, { name, key, protect, capacity }: SearchCollectionProps) {
    super(scope, id);
    this.name = name;
    const group = new CfnCollectionGroup(this, 'Group', {
      name,
      generation: 'NEXTGEN',
      // NextGen refuses groups and collections without standby replicas.
      standbyReplicas: 'ENABLED',
      capacityLimits: {
        minIndexingCapacityInOcu: capacity.minIndexing,
        maxIndexingCapacityInOcu: capacity.maxIndexing,
        minSearchCapacityInOcu: capacity.minSearch,
        maxSearchCapacityInOcu: capacity.maxSearch,
      },
    });
    const reachable = new CfnSecurityPolicy(this, 'Network', {
      name,
      type: 'network',
      // Reachable by TLS with signed requests of admitted roles only; dashboards stay closed.
      policy: JSON.stringify([
        { Rules: [{ ResourceType: 'collection', Resource: [`collection/${name}`] }], AllowFromPublic: true },
      ]),
    });
    this.collection = new CfnCollection(this, 'Collection', {
      name,
      type: 'VECTORSEARCH',
      collectionGroupName: group.name,
      standbyReplicas: 'ENABLED',
      encryptionConfig: { kmsKeyArn: key.keyArn },
      deletionProtection: protect ? 'ENABLED' : 'DISABLED',
    });
    this.collection.addResourceDependency(group);
    this.collection.addResourceDependency(reachable);
    this.collection.applyRemovalPolicy(protect ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    this.endpoint = this.collection.attrCollectionEndpoint;
  }

  /** Admits one function, by its role and by a data policy of its own: Serverless asks for both. */
  admit(caller: Function, callerName: string, permission: SearchPermission): void {
    caller.addToRolePolicy(
      new PolicyStatement({ actions: ['aoss:APIAccessAll'], resources: [this.collection.attrArn] }),
    );
    new CfnAccessPolicy(caller, 'SearchAccess', {
      name: `${this.name}-${callerName}`,
      type: 'data',
      policy: caller.stack.toJsonString([
        {
          Rules: [
            {
              ResourceType: 'index',
              Resource: [`index/${this.name}/*`],
              Permission: DATA_PERMISSIONS[permission],
            },
          ],
          Principal: [caller.role?.roleArn],
        },
      ]),
    });
  }
}
