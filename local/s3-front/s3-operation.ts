import type { S3Request } from './s3-request.ts';

/** The operations that the front does itself or after which an event is due; the emulator does all others alone. */
export type S3Operation =
  | 'GetObject'
  | 'PutObject'
  /** A stream in the SDK's own framing (aws-chunked), which the emulator unpacks, up to 11 MiB. */
  | 'PutFramedObject'
  | 'CopyObject'
  | 'CompleteMultipartUpload'
  | 'Other';

/** Names the operation of a request. */
export const s3Operation = (request: S3Request): S3Operation => {
  if (request.key === '') return 'Other';
  if (request.method === 'GET')
    return names(request, ['uploadId', 'partNumber', 'attributes']) ? 'Other' : 'GetObject';
  if (request.method === 'POST') return names(request, ['uploadId']) ? 'CompleteMultipartUpload' : 'Other';
  if (request.method === 'PUT' && !names(request, ['uploadId', 'renameObject'])) return kindOfPut(request);
  return 'Other';
};

const names = ({ query }: S3Request, parameters: readonly string[]): boolean =>
  parameters.some((name) => query.has(name));

const kindOfPut = ({ headers }: S3Request): S3Operation => {
  if (headers['x-amz-copy-source'] !== undefined) return 'CopyObject';
  return headers['content-encoding']?.includes('aws-chunked') === true ? 'PutFramedObject' : 'PutObject';
};
