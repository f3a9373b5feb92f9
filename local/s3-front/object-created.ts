import type { StoredObject } from './put-object.ts';

type Circumstances = {
  readonly id: string;
  readonly requestId: string;
  readonly time: Date;
  readonly region: string;
  readonly accountId: string;
  readonly requester: string;
  /** The operation: `PutObject`, `CompleteMultipartUpload` or `CopyObject`. */
  readonly reason: string;
};

/** The event that S3 sends to EventBridge for a new object. */
export const objectCreated = (
  object: StoredObject,
  { id, requestId, time, region, accountId, requester, reason }: Circumstances,
) => ({
  version: '0',
  id,
  'detail-type': 'Object Created',
  source: 'aws.s3',
  account: accountId,
  // EventBridge counts in whole seconds.
  time: time.toISOString().replace(/\.\d{3}Z$/, 'Z'),
  region,
  resources: [`arn:aws:s3:::${object.bucket}`],
  detail: {
    version: '0',
    bucket: { name: object.bucket },
    object: {
      key: object.key,
      size: object.size,
      etag: object.etag.replaceAll('"', ''),
      sequencer: time.getTime().toString(16).toUpperCase().padStart(18, '0'),
    },
    'request-id': requestId,
    requester,
    'source-ip-address': '127.0.0.1',
    reason,
  },
});
