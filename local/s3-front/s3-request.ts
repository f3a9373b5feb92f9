import type { IncomingMessage } from 'node:http';
import { S3Error } from './s3-error.ts';

/** What a request to S3 is about; `path` still carries the prefix of the front, as it was signed. */
export type S3Request = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly bucket: string;
  /** Decoded; empty for a request to the bucket. */
  readonly key: string;
};

const MAX_KEY_BYTES = 1024;

/** Reads bucket, key, query and headers of a request below this prefix, e.g. `/_s3`. */
export const parseS3Request = (request: IncomingMessage, prefix: string): S3Request => {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const [, bucket = '', key = ''] = /^\/([^/]*)(?:\/(.*))?$/s.exec(path.slice(prefix.length)) ?? [];
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(',')]),
  );
  return {
    method: request.method ?? 'GET',
    path,
    query: new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1)),
    headers,
    bucket: decode(bucket),
    key: checkedKey(decode(key)),
  };
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error(400, 'InvalidURI', "Couldn't parse the specified URI.");
  }
};

const checkedKey = (key: string): string => {
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) {
    throw new S3Error(400, 'KeyTooLongError', 'Your key is too long');
  }
  // Keys are file names in the emulator: these segments would leave its directory.
  if (key.split('/').some((segment) => segment === '.' || segment === '..')) {
    throw new S3Error(400, 'InvalidArgument', 'Key segments "." and ".." are not kept by the laptop form');
  }
  return key;
};
