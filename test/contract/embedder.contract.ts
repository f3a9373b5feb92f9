import { describe, expect, it } from 'vitest';
import type { Embedder } from '#core/ports/embedder.ts';

const length = (vector: Float32Array): number =>
  Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, n) => sum + value * b[n]!, 0);

/** What every embedder must do. */
export const embedderContract = (name: string, create: () => Promise<Embedder>): void => {
  describe(`Embedder: ${name}`, () => {
    it('has a name that can stand in the name of an index', async () => {
      expect((await create()).model).toMatch(/^[A-Za-z0-9.-]{1,80}$/);
    });

    it('gives one vector of length 1 a text, in order', async () => {
      const embedder = await create();

      const together = await embedder.embed(['the printer is on fire', 'reset my password']);
      const alone = await embedder.embed(['reset my password']);

      expect(together).toHaveLength(2);
      for (const vector of together) {
        expect(vector).toHaveLength(embedder.dimensions);
        expect(length(vector)).toBeCloseTo(1, 5);
      }
      expect(together[1]).toEqual(alone[0]);
    });

    it('gives nothing for nothing', async () => {
      expect(await (await create()).embed([])).toEqual([]);
    });

    it.each(['', '   ', '\u0007', '\ud800', 'a'.repeat(100_000), '漢字 😀', 'x y '.repeat(10_000)])(
      'takes any text',
      async (text) => {
        const [vector] = await (await create()).embed([text]);

        expect(vector!.every(Number.isFinite)).toBe(true);
        expect([0, 1]).toContain(Math.round(length(vector!) * 1e4) / 1e4);
      },
    );

    it('puts what means the same nearer than what does not', async () => {
      const [asked, same, other] = await (
        await create()
      ).embed([
        'cannot log in to the portal',
        'login fails, password rejected',
        'invoice shows wrong amount',
      ]);

      expect(cosine(asked!, same!)).toBeGreaterThan(cosine(asked!, other!));
    });
  });
};
