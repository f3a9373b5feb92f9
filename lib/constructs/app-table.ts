import { RemovalPolicy } from 'aws-cdk-lib';
import {
  type Attribute,
  Billing,
  CfnGlobalTable,
  type GlobalSecondaryIndexPropsV2,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** What a table needs to be made. */
export type AppTableProps = {
  readonly key: IKey;
  /** Refuses deletion, and outlives its stack. */
  readonly protect: boolean;
  readonly partitionKey: Attribute;
  readonly sortKey?: Attribute;
  readonly indexes?: readonly GlobalSecondaryIndexPropsV2[];
  /** Keys of changed rows are streamed. */
  readonly streamsKeys?: boolean;
  /** Has no backup, since everything in it can be made again. */
  readonly derived?: boolean;
  /** Attribute with the second since 1970 after which a row may go. */
  readonly expiresAt?: string;
};

/** A table paid by request, recoverable to any second of the last 35 days unless it is derived, encrypted by our own key. */
export class AppTable extends TableV2 {
  readonly key: IKey;

  constructor(scope: Construct, id: string, props: AppTableProps) {
    super(scope, id, {
      partitionKey: props.partitionKey,
      sortKey: props.sortKey,
      globalSecondaryIndexes: [...(props.indexes ?? [])],
      dynamoStream: props.streamsKeys ? StreamViewType.KEYS_ONLY : undefined,
      timeToLiveAttribute: props.expiresAt,
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(props.key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: !props.derived },
      deletionProtection: props.protect,
      removalPolicy: props.protect ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.key = props.key;
  }

  /** Rows that only the laptop form puts in, from the template's metadata. */
  seed(rows: readonly unknown[]): void {
    const resource = this.node.defaultChild;
    if (!(resource instanceof CfnGlobalTable)) throw new Error(`${this.node.path} has no table resource`);
    resource.addMetadata('caselore:seed', rows);
  }
}
