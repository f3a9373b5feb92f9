import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { MOST_LINE_BYTES, MOST_UNPACKED_BYTES } from '#core/imports/import-limits.ts';
import type { ImportKey, Upload } from '#core/imports/import-row.ts';
import { UploadFault } from '#core/imports/upload-fault.ts';
import type { UploadFiles } from '#core/ports/upload-files.ts';
import type { UploadReader, UploadReaders } from '#core/ports/upload-readers.ts';

/** Codes that zlib gives to bytes that are no whole gzip file. */
const CORRUPT: ReadonlySet<unknown> = new Set([
  'Z_DATA_ERROR',
  'Z_BUF_ERROR',
  'Z_NEED_DICT',
  'Z_STREAM_ERROR',
]);

type ReadStored = (offset: number, length: number) => Promise<Uint8Array>;

const plainReader = (read: ReadStored, { bytes: size }: Upload): UploadReader => ({
  async read(offset, length) {
    const bytes = await read(offset, length);
    return { bytes, last: offset + bytes.length >= size };
  },
  storedBytes: (unpackedOffset) => unpackedOffset,
  close: () => {},
});

const storedChunks = async function* storedChunks(read: ReadStored, size: number, from = 0) {
  for (let at = from; at < size;) {
    const bytes = await read(at, MOST_LINE_BYTES);
    at += bytes.length;
    yield bytes;
  }
};

const corrupt = (cause?: unknown): UploadFault =>
  new UploadFault('corrupt_gzip', 'the upload is no whole gzip file', { cause });

/** Behind the last member only zeros may stand, as padding; anything else is a part of the file that nobody would read. */
const expectPadding = async (read: ReadStored, size: number, from: number): Promise<void> => {
  for await (const bytes of storedChunks(read, size, from)) {
    if (bytes.some((byte) => byte !== 0)) throw corrupt();
  }
};

/** The unpacked bytes of a gzip file of any number of members, at most as many as an upload may have. */
const unpacked = (read: ReadStored, size: number) => {
  const gunzip = createGunzip();
  const source = Readable.from(storedChunks(read, size), { objectMode: false });
  // A failed read of the bucket must end the unpacking too, as its own fault.
  source.once('error', (fault) => gunzip.destroy(fault));
  // Whoever reads the chunks gets the error; without a listener of its own it would end the process before that.
  gunzip.on('error', () => {});
  source.pipe(gunzip);
  const chunks = async function* chunks() {
    let total = 0;
    try {
      for await (const chunk of gunzip) {
        if (!(chunk instanceof Uint8Array)) throw new TypeError('zlib gave no bytes');
        total += chunk.length;
        if (total > MOST_UNPACKED_BYTES)
          throw new UploadFault('too_large', `the upload unpacks to more than ${MOST_UNPACKED_BYTES} bytes`);
        yield chunk;
      }
    } catch (error) {
      const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
      throw CORRUPT.has(code) ? corrupt(error) : error;
    } finally {
      source.destroy();
    }
    await expectPadding(read, size, gunzip.bytesWritten);
  };
  const close = (): void => {
    source.destroy();
    gunzip.destroy();
  };
  return { chunks: chunks(), taken: () => gunzip.bytesWritten, close };
};

/**
 * Gzip has no index, so that a reader which begins at an offset unpacks all before it again; it then holds what lies
 * between the last offset and the end of the last read.
 */
const gzipReader = (readStored: ReadStored, { bytes: size }: Upload): UploadReader => {
  const { chunks, taken, close } = unpacked(readStored, size);
  const held: Uint8Array[] = [];
  /** Where in the unpacked file the held bytes begin and end. */
  let [begin, end] = [0, 0];
  let ended = false;

  /** Lets go of whole chunks before an offset: nothing there is read again. */
  const drop = (offset: number): void => {
    while (held[0] && begin + held[0].length <= offset) {
      begin += held[0].length;
      held.shift();
    }
  };
  const fill = async (offset: number, until: number): Promise<void> => {
    while (!ended && end < until) {
      const { done, value } = await chunks.next();
      if (done) ended = true;
      else {
        held.push(value);
        end += value.length;
        drop(offset);
      }
    }
  };

  return {
    async read(offset, length) {
      drop(offset);
      // One byte more tells whether these are the last.
      await fill(offset, offset + length + 1);
      const bytes = Buffer.concat(held).subarray(offset - begin, offset - begin + length);
      return { bytes, last: ended && offset + bytes.length >= end };
    },
    storedBytes: taken,
    close,
  };
};

/** Uploads unpacked by zlib, as a stream: at no time is more held than one read and what is on its way. */
export const zlibUploadReaders = (uploads: UploadFiles): UploadReaders => ({
  open(key: ImportKey, upload, compression) {
    const read = (offset: number, length: number) => uploads.read(key, upload, offset, length);
    return compression === 'gzip' ? gzipReader(read, upload) : plainReader(read, upload);
  },
});
