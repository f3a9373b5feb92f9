import { describe, expect, it } from 'vitest';
import { tellingPairs } from '#core/knowledge/grouping/telling-pairs.ts';

const edge = (a: string, b: string, cosine: number) => ({ a, b, cosine });

describe('tellingPairs', () => {
  it('shows the weakest pair that holds two halves together, and none that others make needless', () => {
    const pairs = tellingPairs(
      [
        edge('a', 'b', 0.9),
        edge('b', 'c', 0.8),
        edge('a', 'c', 0.6),
        edge('x', 'y', 0.95),
        edge('c', 'x', 0.56),
        edge('a', 'y', 0.55),
      ],
      4,
    );

    expect(pairs.map(({ a, b }) => a + b)).toEqual(['xy', 'ab', 'bc', 'cx']);
  });

  it('shows copies only where there is nothing else', () => {
    expect(tellingPairs([edge('a', 'b', 1), edge('b', 'c', 0.7)], 4)).toEqual([edge('b', 'c', 0.7)]);
    expect(tellingPairs([edge('a', 'b', 1), edge('b', 'c', 1)], 4)).toHaveLength(2);
  });

  it('shows no more than asked, whatever the order, and none of none', () => {
    const chain = Array.from({ length: 30 }, (_, n) => edge(`c${n + 10}`, `c${n + 11}`, 0.6 + n / 100));

    const pairs = tellingPairs(chain, 8);
    expect(pairs.length).toBeLessThanOrEqual(8);
    expect(pairs.at(0)).toEqual(chain.at(-1));
    expect(pairs.at(-1)).toEqual(chain.at(0));
    expect(tellingPairs(chain.toReversed(), 8)).toEqual(pairs);
    expect(tellingPairs([], 8)).toEqual([]);
  });
});
