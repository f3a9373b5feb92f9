import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { ADOPTION_PATH } from '../emulators/adoption.ts';
import type { Adoption } from '../emulators/adoption.ts';
import { receiveBody } from './receive-body.ts';
import { S3Error } from './s3-error.ts';
import type { S3Request } from './s3-request.ts';

/** An object that is stored. */
export type StoredObject = {
  readonly bucket: string;
  readonly key: string;
  readonly size: number;
  readonly etag: string;
};

type Place = { readonly emulatorEndpoint: string; readonly incoming: string };

/**
 * Stores the body of a PUT as one object of any size; visible only when whole. `around` runs the last step, after
 * which the object is there, so that the caller can note its intent before.
 */
export const putObject = async (
  stream: IncomingMessage,
  request: S3Request,
  place: Place,
  around: (store: () => Promise<void>) => Promise<void>,
): Promise<StoredObject> => {
  const conditions = readConditions(request);
  const body = await receiveBody(stream, request, place.incoming);
  const object = describe(request, body.size, `"${body.md5}"`);
  try {
    await around(async () =>
      adopt({ bucket: request.bucket, file: body.file, object, ...conditions }, place),
    );
  } finally {
    await rm(body.file, { force: true });
  }
  return { bucket: request.bucket, key: request.key, size: body.size, etag: object.etag };
};

const readConditions = ({ headers }: S3Request): Pick<Adoption, 'ifNoneMatch' | 'ifMatch'> => {
  const ifNoneMatch = headers['if-none-match'];
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*') {
    throw new S3Error(501, 'NotImplemented', 'If-None-Match takes only * when an object is written');
  }
  return {
    ...(ifNoneMatch && { ifNoneMatch: '*' }),
    ...(headers['if-match'] && { ifMatch: headers['if-match'] }),
  };
};

const describe = ({ headers, key }: S3Request, size: number, etag: string): Adoption['object'] => ({
  key,
  contentType: headers['content-type'] ?? 'application/octet-stream',
  contentLength: size,
  etag,
  metadata: Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name.startsWith('x-amz-meta-'))
      .map(([name, value]) => [name.slice('x-amz-meta-'.length), value]),
  ),
  contentLanguage: headers['content-language'],
  contentDisposition: headers['content-disposition'],
  cacheControl: headers['cache-control'],
  contentEncoding: headers['content-encoding'],
});

const adopt = async (adoption: Adoption, { emulatorEndpoint }: Place): Promise<void> => {
  const { status } = await fetch(`${emulatorEndpoint}${ADOPTION_PATH}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(adoption),
  });
  if (status === 200) return;
  if (status === 404) throw new S3Error(404, 'NoSuchBucket', 'The specified bucket does not exist');
  if (status === 412) {
    throw new S3Error(
      412,
      'PreconditionFailed',
      'At least one of the pre-conditions you specified did not hold',
    );
  }
  throw new Error(`The S3 emulator answered ${status} to a new object`);
};
