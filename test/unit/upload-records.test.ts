import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_LINE_BYTES } from '#core/imports/import-limits.ts';
import type { RecordCutter } from '#core/imports/upload-record.ts';
import { jsonlCutter } from '#core/imports/jsonl-cutter.ts';
import { uploadRecords } from '#core/imports/upload-records.ts';
import { aByteReader } from '#test/support/a-byte-reader.ts';

const cutter: RecordCutter = jsonlCutter('id');

const recordsOf = async (bytes: Uint8Array, from = { offset: 0, line: 1 }) => {
  const found: (readonly [number, string])[] = [];
  const places = [];
  const reader = aByteReader(bytes);
  for await (const batch of uploadRecords(reader, cutter, from)) {
    for (const { line, record } of batch.records) {
      found.push([line, record.ok ? JSON.stringify(record.columns) : record.code]);
    }
    places.push({ offset: batch.offset, line: batch.line });
  }
  return { found, places, mostRead: reader.mostRead() };
};
const encode = (text: string) => new TextEncoder().encode(text);

describe('uploadRecords of JSON Lines', () => {
  it('counts physical lines, with any line ending, and ignores a first byte order mark only', async () => {
    const { found } = await recordsOf(encode('\uFEFF{"a":1}\r\n\n \t\r\n\uFEFF{}\n{"c":1}'));

    expect(found).toEqual([
      [1, '{"a":1}'],
      [4, 'broken_line'],
      [5, '{"c":1}'],
    ]);
  });

  it('finds no record in nothing, and none behind a last line feed', async () => {
    expect((await recordsOf(encode(''))).found).toEqual([]);
    expect((await recordsOf(encode('{}\n'))).found).toEqual([[1, '{}']]);
  });

  it('rejects what is no UTF-8', async () => {
    expect((await recordsOf(new Uint8Array([0x7b, 0xff, 0x7d, 0x0a, 0x7b, 0x7d]))).found).toEqual([
      [1, 'invalid_encoding'],
      [2, '{}'],
    ]);
  });

  it('passes over a line that is too long without holding it', async () => {
    const long = 'x'.repeat(MOST_LINE_BYTES * 2 + 5);
    const { found, mostRead } = await recordsOf(encode(`{}\n${long}\n{}\n${long}`));

    expect(found).toEqual([
      [1, '{}'],
      [2, 'over_limit'],
      [3, '{}'],
      [4, 'over_limit'],
    ]);
    expect(mostRead).toBe(MOST_LINE_BYTES);
  });

  it('goes on from any place that it named', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ maxLength: 20 }), { maxLength: 20 }), async (lines) => {
        const padding = 'p'.repeat(MOST_LINE_BYTES - 30);
        const texts = lines.map((text) => JSON.stringify({ text }));
        const bytes = encode([padding, ...texts].map((text) => `${text}\n`).join(''));
        const whole = await recordsOf(bytes);
        for (const place of whole.places) {
          const rest = await recordsOf(bytes, place);
          expect(rest.found).toEqual(whole.found.filter(([line]) => line >= place.line));
        }
      }),
      { numRuns: 5 },
    );
  });
});
