import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantisedRows } from '#adapters/sqlite/mirror/quantised-rows.ts';

const unit = (values: readonly number[]): Float32Array => {
  const length = Math.hypot(...values) || 1;
  return new Float32Array(values.map((value) => value / length));
};
const vectorOf = (dimensions: number) =>
  fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: dimensions, maxLength: dimensions })
    .map(unit);
const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, n) => sum + value * b[n]!, 0);

describe('quantisedRows', () => {
  it.each([1, 5, 8, 100, 256, 1_024])('scores by cosine but for rounding, in %i dimensions', (dimensions) => {
    fc.assert(
      fc.property(
        vectorOf(dimensions),
        fc.array(vectorOf(dimensions), { minLength: 2, maxLength: 5 }),
        (query, vectors) => {
          const rows = quantisedRows(dimensions);
          for (const [row, vector] of vectors.entries()) rows.put(row, vector);

          const scores = rows.scores(query);

          // All scores have one factor, which the largest number of the query decides.
          const factor = (4_095 * 127) / (Math.max(...query.map(Math.abs)) || 1);
          for (const [row, vector] of vectors.entries())
            expect(Math.abs(scores[row]! / factor - dot(query, vector))).toBeLessThan(0.02);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('holds more sums than 32 bits would at the highest numbers', () => {
    const flat = unit(Array.from({ length: 4_096 }, () => 1));
    const rows = quantisedRows(4_096);
    rows.put(0, flat);
    rows.put(
      1,
      flat.map((value) => -value),
    );

    expect([...rows.scores(flat)].map(Math.sign)).toEqual([1, -1]);
    expect(() => quantisedRows(4_097)).toThrow('4097 dimensions');
  });

  it('keeps rows while it grows, and scores of empty rows are no numbers', () => {
    const rows = quantisedRows(64);
    const axis = (n: number): Float32Array => new Float32Array(64).map((_, at) => (at === n % 64 ? 1 : 0));
    for (let row = 0; row < 9_000; row += 3) rows.put(row, axis(row));
    rows.put(3, undefined);

    const scores = rows.scores(axis(6));

    const found = [...scores.keys()].filter((row) => scores[row]! > 0);
    expect(found).toEqual([...scores.keys()].filter((row) => row % 3 === 0 && row % 64 === 6));
    expect([...scores.keys()].filter((row) => Number.isNaN(scores[row]))).toEqual(
      [...scores.keys()].filter((row) => row % 3 !== 0 || row === 3),
    );
  });

  it('is near to nothing for a vector of zeros', () => {
    const rows = quantisedRows(8);
    rows.put(0, new Float32Array(8));
    rows.put(1, new Float32Array(8).fill(Math.SQRT1_2 / 2));

    expect([...rows.scores(new Float32Array(8))]).toEqual([0, 0]);
    expect(rows.scores(new Float32Array(8).fill(1))[0]).toBe(0);
  });

  it('refuses other dimensions', () => {
    expect(() => quantisedRows(8).put(0, new Float32Array(9))).toThrow(
      'a vector of 9 dimensions among vectors of 8',
    );
    expect(() => quantisedRows(8).scores(new Float32Array(9))).toThrow(
      'a query of 9 dimensions among vectors of 8',
    );
  });
});
