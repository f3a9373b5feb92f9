import { describe, expect, it } from 'vitest';
import type { Claim, ClaimKey, RequestClaims } from '#core/ports/request-claims.ts';

const KEY: ClaimKey = { tenant: 'demo', principal: 'ada', route: 'createCase', key: 'k-1' };
const ANSWER = { status: 201, headers: { etag: '"1"', location: '/c' }, body: '{"id":"c-1"}' };

const aClaim = (overrides: Partial<Claim> = {}): Claim => ({
  claimKey: KEY,
  request: 'r-1',
  owner: 'o-1',
  now: 1_000,
  until: 61_000,
  ...overrides,
});

/** What every keeper of claims must do; `create` makes an empty one. */
export const requestClaimsContract = (name: string, create: () => Promise<RequestClaims>): void => {
  describe(`RequestClaims: ${name}`, () => {
    it('gives a key to one of many who want it at once', async () => {
      const claims = await create();

      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, n) => claims.claim(aClaim({ owner: `o-${n}` }))),
      );

      expect(outcomes.filter(({ outcome }) => outcome === 'mine')).toHaveLength(1);
      expect(outcomes.filter(({ outcome }) => outcome === 'running')).toHaveLength(7);
    });

    it('tells of the request that runs, and then how it was answered', async () => {
      const claims = await create();
      await claims.claim(aClaim());

      expect(await claims.claim(aClaim({ owner: 'o-2', request: 'r-2' }))).toEqual({
        outcome: 'running',
        request: 'r-1',
      });
      expect(await claims.keep(aClaim(), ANSWER, 90_000)).toBe(true);
      expect(await claims.claim(aClaim({ owner: 'o-2', request: 'r-2', now: 89_999 }))).toEqual({
        outcome: 'answered',
        request: 'r-1',
        answer: ANSWER,
      });
      expect(await claims.claim(aClaim({ owner: 'o-2', now: 90_000, until: 91_000 }))).toEqual({
        outcome: 'mine',
      });
    });

    it.each<Partial<ClaimKey>>([
      { tenant: 'other' },
      { principal: 'bob' },
      { route: 'createImport' },
      { key: 'k-2' },
    ])('holds apart keys that differ in %o', async (difference) => {
      const claims = await create();
      await claims.claim(aClaim());

      expect(await claims.claim(aClaim({ claimKey: { ...KEY, ...difference } }))).toEqual({
        outcome: 'mine',
      });
    });

    it('frees a key that is released, for another request too', async () => {
      const claims = await create();
      await claims.claim(aClaim());
      await claims.release(aClaim());

      expect(await claims.claim(aClaim({ owner: 'o-2', request: 'r-2' }))).toEqual({ outcome: 'mine' });
    });

    it('lets a holder that was too slow neither answer nor release', async () => {
      const claims = await create();
      await claims.claim(aClaim());
      expect(await claims.claim(aClaim({ owner: 'o-2', now: 61_000, until: 121_000 }))).toEqual({
        outcome: 'mine',
      });

      expect(await claims.keep(aClaim(), ANSWER, 90_000)).toBe(false);
      await claims.release(aClaim());
      expect(await claims.claim(aClaim({ owner: 'o-3', now: 62_000 }))).toEqual({
        outcome: 'running',
        request: 'r-1',
      });
    });

    it('keeps an answer of 1.5 MB, whole, and one without a body', async () => {
      const claims = await create();
      const long = { ...ANSWER, body: JSON.stringify('ä😀x'.repeat(214_000)) };
      const empty = { status: 204, headers: {}, body: '' };
      const other = { ...KEY, key: 'k-2' };
      await claims.claim(aClaim());
      await claims.keep(aClaim(), long, 90_000);
      await claims.claim(aClaim({ claimKey: other }));
      await claims.keep(aClaim({ claimKey: other }), empty, 90_000);

      expect(await claims.claim(aClaim({ owner: 'o-2' }))).toMatchObject({ answer: long });
      expect(await claims.claim(aClaim({ owner: 'o-2', claimKey: other }))).toMatchObject({
        answer: empty,
      });
    });
  });
};
