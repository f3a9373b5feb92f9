import { describe, expect, it } from 'vitest';
import type { ArticleTies } from '#core/links/article-ties.ts';
import { type ArticleTiesStore, MOST_TIES } from '#core/ports/article-ties-store.ts';
import type { CaseTiesStore } from '#core/ports/case-ties-store.ts';

type Parts = { articleTies: ArticleTiesStore; caseTies: CaseTiesStore };

const ties = (overrides: Partial<ArticleTies> = {}): ArticleTies => ({
  revision: 1,
  cites: ['c-1'],
  compared: undefined,
  told: [],
  ...overrides,
});
const KNOWN = { resolved: true, remedy: 'r-1' };

/** What every CaseTiesStore and its ArticleTiesStore must do; `create` makes empty ones. */
export const tiesContract = (name: string, create: () => Promise<Parts>): void => {
  describe(`CaseTiesStore and ArticleTiesStore: ${name}`, () => {
    it('tell the cases of an article that it rests on them, to its tenant only', async () => {
      const { articleTies, caseTies } = await create();
      const written = ties({ cites: ['c-1', 'c-2'], compared: 'hash', told: ['duplicate#a-2'] });

      expect(await articleTies.write('demo', 'a-1', written, { gained: ['c-1', 'c-2'], lost: [] })).toBe(
        true,
      );

      expect(await articleTies.find('demo', 'a-1')).toEqual(written);
      expect(await articleTies.find('other', 'a-1')).toBeUndefined();
      const found = await caseTies.findMany('demo', ['c-1', 'c-2', 'c-3']);
      expect([...found.keys()].toSorted()).toEqual(['c-1', 'c-2']);
      expect(found.get('c-1')).toEqual({
        caseId: 'c-1',
        revision: expect.any(Number),
        restedOn: ['a-1'],
        before: [],
        linked: [],
        known: undefined,
      });
      expect(await caseTies.findMany('other', ['c-1'])).toEqual(new Map());
    });

    it('remember on which cases an article rested before, until it does so again', async () => {
      const { articleTies, caseTies } = await create();
      await articleTies.write('demo', 'a-1', ties(), { gained: ['c-1'], lost: [] });
      await articleTies.write('demo', 'a-1', ties({ revision: 2, cites: [] }), { gained: [], lost: ['c-1'] });

      expect((await caseTies.findMany('demo', ['c-1'])).get('c-1')).toMatchObject({
        restedOn: [],
        before: ['a-1'],
      });
      await articleTies.write('demo', 'a-1', ties({ revision: 3 }), { gained: ['c-1'], lost: [] });
      expect((await caseTies.findMany('demo', ['c-1'])).get('c-1')).toMatchObject({
        restedOn: ['a-1'],
        before: [],
      });
    });

    it('write nothing over a revision that somebody else has written', async () => {
      const { articleTies, caseTies } = await create();
      await articleTies.write('demo', 'a-1', ties(), { gained: ['c-1'], lost: [] });

      const late = ties({ cites: ['c-2'] });
      expect(await articleTies.write('demo', 'a-1', late, { gained: ['c-2'], lost: ['c-1'] })).toBe(false);
      expect(await articleTies.find('demo', 'a-1')).toEqual(ties());
      expect([...(await caseTies.findMany('demo', ['c-1', 'c-2'])).keys()]).toEqual(['c-1']);
    });

    it('keep the ties of two articles that come at once', async () => {
      const { articleTies, caseTies } = await create();
      const ids = ['a-1', 'a-2', 'a-3', 'a-4'];

      await Promise.all(
        ids.map((id) => articleTies.write('demo', id, ties(), { gained: ['c-1'], lost: [] })),
      );

      expect((await caseTies.findMany('demo', ['c-1'])).get('c-1')!.restedOn).toEqual(ids);
    });

    it('remember what is known of a case that an article rests on, and of no other', async () => {
      const { articleTies, caseTies } = await create();
      await articleTies.write('demo', 'a-1', ties(), { gained: ['c-1'], lost: [] });
      await caseTies.know('demo', 'c-1', KNOWN);
      await caseTies.know('demo', 'c-9', KNOWN);

      const found = await caseTies.findMany('demo', ['c-1', 'c-9']);
      expect(found.get('c-1')!.known).toEqual(KNOWN);
      expect(found.has('c-9')).toBe(false);
    });

    it('forget a case, whose ties begin anew', async () => {
      const { articleTies, caseTies } = await create();
      await articleTies.write('demo', 'a-1', ties(), { gained: ['c-1'], lost: [] });
      await caseTies.know('demo', 'c-1', KNOWN);
      const { revision } = (await caseTies.findMany('demo', ['c-1'])).get('c-1')!;
      expect(await caseTies.forget('demo', 'c-1', revision)).toBe(true);
      expect(await caseTies.forget('demo', 'c-1', revision)).toBe(false);

      expect(await caseTies.findMany('demo', ['c-1'])).toEqual(new Map());
      await articleTies.write('demo', 'a-2', ties(), { gained: ['c-1'], lost: [] });
      expect((await caseTies.findMany('demo', ['c-1'])).get('c-1')).toMatchObject({
        restedOn: ['a-2'],
        known: undefined,
      });
    });

    it('forget nothing when an article was tied to the case meanwhile', async () => {
      const { articleTies, caseTies } = await create();
      await articleTies.write('demo', 'a-1', ties(), { gained: ['c-1'], lost: [] });
      const { revision } = (await caseTies.findMany('demo', ['c-1'])).get('c-1')!;
      await articleTies.write('demo', 'a-2', ties(), { gained: ['c-1'], lost: [] });

      expect(await caseTies.forget('demo', 'c-1', revision)).toBe(false);
      expect(await caseTies.forget('other', 'c-1', revision)).toBe(false);
      expect((await caseTies.findMany('demo', ['c-1'])).get('c-1')!.restedOn).toEqual(['a-1', 'a-2']);
    });

    it('take as many cases as they promise', async () => {
      const { articleTies, caseTies } = await create();
      const cites = Array.from({ length: MOST_TIES }, (_, n) => `c-${n}`).toSorted();

      expect(await articleTies.write('demo', 'a-1', ties({ cites }), { gained: cites, lost: [] })).toBe(true);
      expect((await caseTies.findMany('demo', cites)).size).toBe(MOST_TIES);
    });
  });
};
