import type { S3Request } from '../s3-front/s3-request.ts';
import type { Need } from './need.ts';

/** ARN of a bucket. */
export const bucketArn = (bucket: string): string => `arn:aws:s3:::${bucket}`;

/** Rights that a request to S3 needs; undefined for an operation that is not known here. */
export const s3Needs = (request: S3Request): readonly Need[] | undefined =>
  request.key === '' ? onBucket(request) : onObject(request);

const onBucket = ({ method, query, bucket }: S3Request): readonly Need[] | undefined => {
  const lists =
    method === 'HEAD' || (method === 'GET' && [...query.keys()].every((name) => LISTING.has(name)));
  return bucket !== '' && lists ? [{ action: 's3:ListBucket', resource: bucketArn(bucket) }] : undefined;
};

const LISTING = new Set([
  'x-id',
  'list-type',
  'prefix',
  'delimiter',
  'max-keys',
  'start-after',
  'continuation-token',
  'encoding-type',
  'fetch-owner',
  'marker',
]);

/** Parameters that make another operation of a request to an object, whose right has another name. */
const OTHER_OPERATIONS = [
  'acl',
  'tagging',
  'retention',
  'legal-hold',
  'torrent',
  'restore',
  'select',
  'renameObject',
];

const onObject = (request: S3Request): readonly Need[] | undefined => {
  const { query, bucket, key, headers } = request;
  if (OTHER_OPERATIONS.some((name) => query.has(name))) return undefined;
  const action = ACTIONS[`${request.method}${query.has('uploadId') ? ' part' : ''}`];
  if (action === undefined || (action === 'PutObject' && !isWrite(request))) return undefined;
  const need = { action: `s3:${action}`, resource: `${bucketArn(bucket)}/${key}` };
  return [need, ...sourceOf(headers['x-amz-copy-source'])];
};

/** A POST is the begin of a multipart upload, or another operation. */
const isWrite = ({ method, query }: S3Request): boolean =>
  method === 'PUT' || query.has('uploads') || query.has('uploadId');

/** Actions by method, of an object or of one part of an upload. */
const ACTIONS: Readonly<Record<string, string>> = {
  GET: 'GetObject',
  'GET part': 'ListMultipartUploadParts',
  HEAD: 'GetObject',
  PUT: 'PutObject',
  'PUT part': 'PutObject',
  POST: 'PutObject',
  'POST part': 'PutObject',
  DELETE: 'DeleteObject',
  'DELETE part': 'AbortMultipartUpload',
};

const sourceOf = (header: string | undefined): readonly Need[] => {
  if (header === undefined) return [];
  const path = decodeURIComponent(header.split('?')[0] ?? '').replace(/^\//, '');
  return [{ action: 's3:GetObject', resource: `arn:aws:s3:::${path}` }];
};
