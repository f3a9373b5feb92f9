import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOf } from '#adapters/sqlite/mirror/best-of.ts';

const score = fc.oneof(fc.float({ noNaN: true }), fc.integer({ min: -3, max: 3 }), fc.constant(Number.NaN));

describe('bestOf', () => {
  it('gives what sorting all accepted scores would give', () => {
    fc.assert(
      fc.property(
        fc.array(score, { maxLength: 200 }),
        fc.nat({ max: 50 }),
        fc.nat({ max: 3 }),
        (values, most, left) => {
          const scores = new Float32Array(values);
          const accepts = (position: number): boolean => position % 4 <= left;

          const best = bestOf(scores, most, accepts);

          const sorted = [...scores.keys()]
            .filter((position) => !Number.isNaN(scores[position]!) && accepts(position))
            .sort((a, b) => scores[b]! - scores[a]!);
          expect(best.map((position) => scores[position])).toEqual(
            sorted.slice(0, most).map((position) => scores[position]),
          );
          expect(new Set(best).size).toBe(best.length);
          expect(best.every(accepts)).toBe(true);
        },
      ),
    );
  });
});
