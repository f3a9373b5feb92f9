import { describe, expect, it } from 'vitest';
import type { Embedder, EmbeddingUse } from '#core/ports/embedder.ts';

const length = (vector: Float32Array): number =>
  Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, n) => sum + value * b[n]!, 0);

const PASSAGE: EmbeddingUse = { tenant: 'demo', purpose: 'passage' };
const QUERY: EmbeddingUse = { tenant: 'demo', purpose: 'query' };

/** What every embedder must do. */
export const embedderContract = (name: string, create: () => Promise<Embedder>): void => {
  describe(`Embedder: ${name}`, () => {
    it('has a name that can stand in the name of an index', async () => {
      expect((await create()).model).toMatch(/^[A-Za-z0-9.-]{1,80}$/);
    });

    it.each([PASSAGE, QUERY])('gives one vector of length 1 a text, in order, as a $purpose', async (use) => {
      const embedder = await create();

      const together = await embedder.embed(['the printer is on fire', 'reset my password'], use);
      const alone = await embedder.embed(['reset my password'], use);

      expect(together).toHaveLength(2);
      for (const vector of together) {
        expect(vector).toHaveLength(embedder.dimensions);
        expect(length(vector)).toBeCloseTo(1, 5);
      }
      expect(together[1]).toEqual(alone[0]);
      expect(together[0]).not.toEqual(together[1]);
    });

    it('gives nothing for nothing', async () => {
      expect(await (await create()).embed([], PASSAGE)).toEqual([]);
    });

    it('gives the same for a text wherever it stands among many', async () => {
      const embedder = await create();
      const texts = Array.from({ length: 120 }, (_, n) => `ticket ${n % 60} about toner`);

      const vectors = await embedder.embed(texts, PASSAGE);

      expect(vectors).toHaveLength(120);
      expect(vectors.slice(60)).toEqual(vectors.slice(0, 60));
    });

    it('has no direction for blank texts', async () => {
      const vectors = await (await create()).embed(['', ' \n\t '], PASSAGE);

      expect(vectors.flatMap((vector) => [...vector]).every((value) => value === 0)).toBe(true);
    });

    it.each(['', '   ', '\u0007', '\ud800', 'a'.repeat(100_000), '漢字 😀', 'x y '.repeat(10_000)])(
      'takes any text',
      async (text) => {
        const [vector] = await (await create()).embed([text], PASSAGE);

        expect(vector!.every(Number.isFinite)).toBe(true);
        expect([0, 1]).toContain(Math.round(length(vector!) * 1e4) / 1e4);
      },
    );

    it('puts what means the same nearer than what does not', async () => {
      const embedder = await create();

      const [asked] = await embedder.embed(['cannot log in to the portal'], QUERY);
      const [same, other] = await embedder.embed(
        ['login fails, password rejected', 'invoice shows wrong amount'],
        PASSAGE,
      );

      expect(cosine(asked!, same!)).toBeGreaterThan(cosine(asked!, other!));
    });
  });
};
