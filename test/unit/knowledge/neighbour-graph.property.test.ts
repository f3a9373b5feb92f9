import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neighbourGraph } from '#core/knowledge/neighbour-graph.ts';
import { termSpace } from '#core/knowledge/term-space.ts';

const term = fc.integer({ min: 0, max: 15 }).map((number) => `term${number}`);
const text = fc.uniqueArray(term, { minLength: 1, maxLength: 6 });
const texts = fc.array(text, { minLength: 2, maxLength: 90 });

const edgesOf = (graph: ReturnType<typeof neighbourGraph>, least = 0.1) =>
  graph.mutual(least).toSorted((one, other) => (one.a + one.b < other.a + other.b ? -1 : 1));

const cosine = (one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): number =>
  [...one].reduce((sum, [name, weight]) => sum + weight * (other.get(name) ?? 0), 0);

describe('the neighbours of texts', () => {
  it('are the same in whatever order texts come, and when others were there and left', () => {
    fc.assert(
      fc.property(texts, texts, fc.integer({ min: 0, max: 89 }), (some, passing, turn) => {
        const space = termSpace([...some, ...passing]);
        const [whole, turned] = [neighbourGraph(space), neighbourGraph(space)];
        for (const [n, terms] of some.entries()) whole.add(`t${n}`, terms);

        for (const [n, terms] of passing.entries()) turned.add(`p${n}`, terms);
        for (let n = 0; n < some.length; n += 1) {
          const place = (n + turn) % some.length;
          turned.add(`t${place}`, some[place]!);
        }
        for (const n of passing.keys()) turned.remove(`p${n}`);

        expect(edgesOf(turned)).toEqual(edgesOf(whole));
      }),
      { numRuns: 60 },
    );
  });

  it('are filled up from further away when lists that were full lose one', () => {
    // One group of texts, each a little nearer to those beside it, larger than a list.
    const some = Array.from({ length: 80 }, (_, n) => [
      'all',
      `by${n >> 1}`,
      `near${(n + 1) >> 1}`,
      `ten${n >> 3}`,
    ]);
    const space = termSpace(some);
    const [whole, thinned] = [neighbourGraph(space), neighbourGraph(space)];
    for (const [n, terms] of some.entries()) {
      if (n % 4 !== 0) whole.add(`t${n}`, terms);
      thinned.add(`t${n}`, terms);
    }
    thinned.remove(...some.flatMap((_, n) => (n % 4 === 0 ? [`t${n}`] : [])));

    expect(edgesOf(thinned, 0)).toEqual(edgesOf(whole, 0));
  });

  it('are none below what the graph looks at, and the same above', () => {
    fc.assert(
      fc.property(texts, (some) => {
        const space = termSpace(some);
        const [whole, floored] = [neighbourGraph(space), neighbourGraph(space, 0.5)];
        for (const [n, terms] of some.entries()) {
          whole.add(`t${n}`, terms);
          floored.add(`t${n}`, terms);
        }

        expect(edgesOf(floored, 0)).toEqual(edgesOf(whole, 0.5));
      }),
      { numRuns: 40 },
    );
  });

  it('are the nearest by cosine, as everybody compared with everybody says', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 25 }), (some) => {
        const space = termSpace(some);
        const graph = neighbourGraph(space);
        for (const [n, terms] of some.entries()) graph.add(String(n).padStart(2, '0'), terms);
        const vectors = some.map((terms) => {
          const { terms: names, weights } = space.vector(terms);
          return new Map(names.map((name, place) => [name, weights[place]!]));
        });
        // With fewer texts than a list holds, every pair that shares enough is mutual.
        const expected = vectors.flatMap((one, a) =>
          vectors.flatMap((other, b) =>
            a < b && cosine(one, other) >= 0.3
              ? [[String(a).padStart(2, '0'), String(b).padStart(2, '0')].join()]
              : [],
          ),
        );

        const found = graph.mutual(0.3).map(({ a, b }) => [a, b].join());
        expect(found.toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 100 },
    );
  });

  it('leave out terms that a single text holds, and those that nearly all hold', () => {
    const many = Array.from({ length: 500 }, (_, n) => ['everywhere', `pair${n >> 1}`, `single${n}`]);
    const space = termSpace(many);

    expect(space.vector(many[0]!)).toEqual({ terms: [expect.any(Number)], weights: [1] });
    expect(space.vector(['everywhere', 'single3', 'unknown'])).toEqual({ terms: [], weights: [] });
  });
});
