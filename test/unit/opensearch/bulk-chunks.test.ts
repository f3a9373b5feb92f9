import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bulkChunks } from '#adapters/opensearch/bulk-chunks.ts';

describe('bulkChunks', () => {
  it('keeps everything in order, and no request above the limit but for one entry that is too large alone', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40, unit: 'grapheme' })), (entries) => {
        const chunks = bulkChunks(entries, (entry) => `${entry}\n`, 30);

        expect(chunks.flatMap((chunk) => chunk.entries)).toEqual(entries);
        for (const { entries: own, lines } of chunks) {
          expect(lines).toBe(own.map((entry) => `${entry}\n`).join(''));
          expect(own.length === 1 || Buffer.byteLength(lines) <= 30).toBe(true);
        }
      }),
    );
  });

  it('begins a new request only when it must', () => {
    expect(bulkChunks(['ab', 'cd', 'ä'], (entry) => entry, 4).map(({ lines }) => lines)).toEqual([
      'abcd',
      'ä',
    ]);
  });
});
