import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortened } from '#core/embedding/shortened.ts';
import { textBatches } from '#core/embedding/text-batches.ts';

const BOUNDS = { mostTexts: 3, mostCharacters: 10 };

describe('textBatches', () => {
  it('keeps every text in order, within both bounds unless one text alone is above', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 15 })), (texts) => {
        const items = texts.map((text) => ({ text }));

        const batches = textBatches(items, BOUNDS);

        expect(batches.flat()).toEqual(items);
        for (const batch of batches) {
          const characters = batch.reduce((sum, { text }) => sum + text.length, 0);
          expect(batch.length === 1 || characters <= BOUNDS.mostCharacters).toBe(true);
          expect(batch.length).toBeGreaterThan(0);
          expect(batch.length).toBeLessThanOrEqual(BOUNDS.mostTexts);
        }
      }),
    );
  });
});

describe('shortened', () => {
  it('cuts no character in half', () => {
    expect(shortened('ab😀', 3)).toBe('ab');
    expect(shortened('ab😀', 4)).toBe('ab😀');
    expect(shortened('abcd', 3)).toBe('abc');
  });
});
