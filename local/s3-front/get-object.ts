import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { objectPath } from '../emulators/object-path.ts';
import { errorCode } from '../error-code.ts';
import { headObject } from './head-object.ts';
import { S3Error } from './s3-error.ts';
import type { S3Request } from './s3-request.ts';

type Place = { readonly emulatorEndpoint: string; readonly storageDirectory: string };

const CHUNK_BYTES = 256 * 1024;
const PASSED_ON =
  /^(content-(type|language|disposition|encoding)|cache-control|etag|last-modified|x-amz-.*)$/;

/**
 * Streams an object, or one range of it, from the emulator's file: the emulator itself reads the whole object into
 * memory for every range. Honours If-Match and If-None-Match.
 */
export const getObject = async (
  request: S3Request,
  response: ServerResponse,
  place: Place,
): Promise<void> => {
  const head = await headObject(place.emulatorEndpoint, request);
  const file = head && (await openBody(objectPath(place.storageDirectory, request.bucket, request.key)));
  if (head === undefined || file === undefined) {
    throw new S3Error(404, 'NoSuchKey', 'The specified key does not exist.');
  }
  try {
    const { size } = await file.stat();
    const unchanged = checkConditions(request, head.get('etag') ?? '');
    const range = readRange(request.headers['range'], size);
    describe(request, response, head);
    if (unchanged) return void response.writeHead(304).end();
    const part = range ?? { start: 0, end: size - 1 };
    if (range !== undefined) response.setHeader('content-range', `bytes ${part.start}-${part.end}/${size}`);
    response.setHeader('content-length', part.end - part.start + 1);
    response.writeHead(range === undefined ? 200 : 206);
    if (size === 0) return void response.end();
    await pipeline(
      file.createReadStream({ ...part, autoClose: false, highWaterMark: CHUNK_BYTES }),
      response,
    );
  } finally {
    await file.close();
  }
};

const describe = ({ query }: S3Request, response: ServerResponse, head: Headers): void => {
  for (const [name, value] of head) if (PASSED_ON.test(name)) response.setHeader(name, value);
  for (const [name, value] of query) {
    if (name.startsWith('response-')) response.setHeader(name.slice('response-'.length), value);
  }
  response.setHeader('accept-ranges', 'bytes');
};

const openBody = async (path: string): Promise<FileHandle | undefined> => {
  try {
    return await open(`${path}.data`);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
};

const checkConditions = ({ headers }: S3Request, etag: string): boolean => {
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = headers;
  if (ifMatch !== undefined && !names(ifMatch, etag)) {
    throw new S3Error(
      412,
      'PreconditionFailed',
      'At least one of the pre-conditions you specified did not hold',
    );
  }
  return ifNoneMatch !== undefined && names(ifNoneMatch, etag);
};

const names = (condition: string, etag: string): boolean =>
  condition.split(/ *, */).some((one) => one === '*' || one.replaceAll('"', '') === etag.replaceAll('"', ''));

type Range = { readonly start: number; readonly end: number };

const readRange = (header: string | undefined, size: number): Range | undefined => {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  // As HTTP wants it, a range in another form is as if it were not there.
  if (first === undefined || last === undefined || first + last === '') return undefined;
  const range =
    first === '' ? lastBytes(Number(last), size) : { start: Number(first), end: endOf(last, size) };
  if (range.start >= size || range.start > range.end) {
    throw new S3Error(416, 'InvalidRange', 'The requested range is not satisfiable');
  }
  return range;
};

const lastBytes = (count: number, size: number): Range => ({
  start: Math.max(0, size - count),
  end: size - 1,
});

const endOf = (last: string, size: number): number =>
  last === '' ? size - 1 : Math.min(Number(last), size - 1);
