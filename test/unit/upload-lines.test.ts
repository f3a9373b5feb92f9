import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_LINE_BYTES } from '#core/imports/import-limits.ts';
import { uploadLines } from '#core/imports/upload-lines.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const linesOf = async (bytes: Uint8Array, from = { offset: 0, line: 1 }) => {
  const found: [number, string | undefined][] = [];
  const places = [];
  let mostRead = 0;
  const read = async (offset: number, length: number) => {
    const part = bytes.subarray(offset, offset + length);
    mostRead = Math.max(mostRead, part.length);
    return part;
  };
  for await (const batch of uploadLines(read, bytes.length, from)) {
    for (const { number, bytes: line } of batch.lines) found.push([number, line && decoder.decode(line)]);
    places.push({ offset: batch.offset, line: batch.line });
  }
  return { found, places, mostRead };
};
const encode = (text: string) => new TextEncoder().encode(text);

describe('uploadLines', () => {
  it('counts physical lines, with any line ending, and ignores a first byte order mark only', async () => {
    const { found } = await linesOf(encode('\uFEFFa\r\n\n\uFEFFb\nc'));

    expect(found).toEqual([
      [1, 'a'],
      [2, ''],
      [3, '\uFEFFb'],
      [4, 'c'],
    ]);
  });

  it('finds no line in nothing, and none behind a last line feed', async () => {
    expect((await linesOf(encode(''))).found).toEqual([]);
    expect((await linesOf(encode('a\n'))).found).toEqual([[1, 'a']]);
  });

  it('passes over a line that is too long without holding it', async () => {
    const long = 'x'.repeat(MOST_LINE_BYTES * 2 + 5);
    const { found, mostRead } = await linesOf(encode(`a\n${long}\nb\n${long}`));

    expect(found).toEqual([
      [1, 'a'],
      [2, undefined],
      [3, 'b'],
      [4, undefined],
    ]);
    expect(mostRead).toBe(MOST_LINE_BYTES);
  });

  it('goes on from any place that it named', async () => {
    const line = fc.string({ maxLength: 20 }).map((text) => text.replaceAll(/[\r\n\uFEFF]/g, ''));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (lines) => {
        const padding = 'p'.repeat(MOST_LINE_BYTES - 30);
        const bytes = encode([padding, ...lines].map((text) => `${text}\n`).join(''));
        const whole = await linesOf(bytes);
        for (const place of whole.places) {
          const rest = await linesOf(bytes, place);
          expect(rest.found).toEqual(whole.found.filter(([number]) => number >= place.line));
        }
      }),
      { numRuns: 5 },
    );
  });
});
