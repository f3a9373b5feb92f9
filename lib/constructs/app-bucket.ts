import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

type AppBucketProps = {
  readonly key: IKey;
  /** Outlives its stack. */
  readonly protect: boolean;
  /** Objects go after so many days; left out, they stay. */
  readonly keepDays?: number;
  /** Objects whose keys begin so go after so many days; the others stay. */
  readonly keepOnly?: { readonly prefix: string; readonly days: number };
  /** Tells the event bus of every new object. */
  readonly announces?: boolean;
};

/** A private bucket: TLS only, encrypted by our own key. */
export class AppBucket extends Bucket {
  readonly key: IKey;

  constructor(scope: Construct, id: string, props: AppBucketProps) {
    const { key, protect, keepDays, keepOnly, announces } = props;
    super(scope, id, {
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: protect ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      lifecycleRules: [
        {
          expiration: keepDays ? Duration.days(keepDays) : undefined,
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
        ...(keepOnly ? [{ prefix: keepOnly.prefix, expiration: Duration.days(keepOnly.days) }] : []),
      ],
    });
    this.key = key;
    if (announces) this.announceObjects();
  }

  /** By property: the L2 switch `eventBridgeEnabled` brings a custom resource with a function of its own. */
  private announceObjects(): void {
    const resource = this.node.defaultChild;
    if (!(resource instanceof CfnBucket)) throw new Error(`${this.node.path} has no bucket resource`);
    resource.addPropertyOverride(
      'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled',
      true,
    );
  }
}
