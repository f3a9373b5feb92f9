import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zlibUploadReaders } from '#adapters/system/zlib-upload-readers.ts';
import type { UploadFiles } from '#core/ports/upload-files.ts';

const KEY = { tenant: 'demo', id: 'i-1' };

/** A reader of an upload of these bytes, which its store hands out in pieces of any size. */
const readerOf = (bytes: Uint8Array, compression: 'none' | 'gzip', piece = 7) => {
  const uploads: UploadFiles = {
    find: async () => undefined,
    read: async (_key, _upload, offset, length) =>
      bytes.subarray(offset, offset + (compression === 'gzip' ? Math.min(length, piece) : length)),
    write: async () => true,
  };
  return zlibUploadReaders(uploads).open(KEY, { etag: 'e', bytes: bytes.length }, compression);
};

const readAll = async (bytes: Uint8Array, compression: 'none' | 'gzip', step = 10, from = 0) => {
  const reader = readerOf(bytes, compression);
  const parts: Uint8Array[] = [];
  for (let offset = from; ;) {
    const { bytes: part, last } = await reader.read(offset, step);
    parts.push(Buffer.from(part));
    offset += part.length;
    if (last) return { text: Buffer.concat(parts).toString(), stored: reader.storedBytes(offset) };
  }
};

describe('zlibUploadReaders', () => {
  it('unpacks any number of members, from any place on, in steps of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^[ab\n]{0,60}$/), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 50 }),
        fc.nat({ max: 300 }),
        async (texts, step, from) => {
          const packed = Buffer.concat(texts.map((text) => gzipSync(text)));
          const whole = texts.join('');

          expect(await readAll(packed, 'gzip', step)).toEqual({ text: whole, stored: packed.length });
          expect((await readAll(packed, 'gzip', step, from)).text).toBe(whole.slice(from));
          expect((await readAll(Buffer.from(whole), 'none', step)).text).toBe(whole);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reads a part that it has read before again', async () => {
    const reader = readerOf(gzipSync('0123456789'), 'gzip');
    await reader.read(2, 6);

    expect(Buffer.from((await reader.read(4, 3)).bytes).toString()).toBe('456');
    expect((await reader.read(4, 6)).last).toBe(true);
  });

  const one = gzipSync('a'.repeat(100));
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['what is no gzip', Buffer.from('{"id":"1"}\n')],
    ['a file that is cut off', one.subarray(0, -3)],
    ['a second member that is cut off', Buffer.concat([one, one.subarray(0, 5)])],
    ['a file that was changed', Buffer.from(one).fill(0xff, 12, 14)],
    ['something else behind the end', Buffer.concat([one, Buffer.from('more')])],
    ['a member behind padding', Buffer.concat([one, Buffer.alloc(9), one])],
  ])('refuses %s', async (_, bytes) => {
    await expect(readAll(bytes, 'gzip')).rejects.toMatchObject({ name: 'UploadFault', code: 'corrupt_gzip' });
  });

  it('takes zeros as padding', async () => {
    expect((await readAll(Buffer.concat([one, Buffer.alloc(20)]), 'gzip')).text).toBe('a'.repeat(100));
  });

  it('passes on that the store could not be read', async () => {
    const broken = new Error('the store is down');
    const uploads: UploadFiles = {
      find: async () => undefined,
      read: async () => {
        throw broken;
      },
      write: async () => true,
    };
    const reader = zlibUploadReaders(uploads).open(KEY, { etag: 'e', bytes: 100 }, 'gzip');

    await expect(reader.read(0, 10)).rejects.toBe(broken);
    reader.close();
  });
});
