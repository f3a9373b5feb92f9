import { describe, expect, it } from 'vitest';
import { aCase, aDeletedCase } from '#test/support/a-case.ts';
import { aGeneratedArticle, itsGeneration } from '#test/support/a-generated-article.ts';
import { fragilePorts } from '#test/support/fragile-ports.ts';
import { seeded } from '#test/support/seeded.ts';
import { watchWorld } from '#test/support/watch-world.ts';

const CASES = ['c-1', 'c-2', 'c-3'].map((id) => aCase({ id }));
const gone = (id: string) => aDeletedCase({ id });
const ofTheCase = /quillfeather|zebrano/i;

describe('watching records that go while they are watched', () => {
  it.each(Array.from({ length: 100 }, (_, seed) => [seed]))(
    'ends the same after crashes: seed %i',
    async (seed) => {
      const random = seeded(seed);
      const wrap = fragilePorts({ random, crashes: 0.15, most: 12, slowest: 20 });
      const second = aGeneratedArticle({ id: 'a-2', generation: itsGeneration({ pattern_id: 'p-2' }) });
      const world = watchWorld([aGeneratedArticle(), second], CASES, wrap);
      const untilDone = async (kind: 'case' | 'article', ids: readonly string[]): Promise<void> => {
        let open = ids;
        for (let tries = 0; open.length > 0 && tries < 40; tries += 1) {
          open = await world.follow(kind, ...open).then(
            (failed) => failed.map(({ key }) => key.id),
            () => open,
          );
        }
        expect(open).toEqual([]);
      };
      // The case goes while its articles are being followed, by two followers at once.
      const articles = Promise.all([
        untilDone('article', ['a-1', 'a-2']),
        untilDone('article', ['a-2', 'a-1']),
      ]);
      await world.putCase(gone('c-1'));
      await Promise.all([articles, untilDone('case', ['c-1'])]);
      await untilDone('article', ['a-1', 'a-2']);

      for (const id of ['a-1', 'a-2']) {
        const row = await world.article(id);
        expect(JSON.stringify(row)).not.toMatch(ofTheCase);
        expect(row.review!.points).toHaveLength(1);
      }
      const ties = await world.caseTies.findMany('demo', ['c-1', 'c-2', 'c-3']);
      expect(
        [...ties.values()].map(({ caseId, restedOn }) => `${caseId} ${restedOn.join(' ')}`).toSorted(),
      ).toEqual(['c-2 a-1 a-2', 'c-3 a-1 a-2']);
    },
  );
});
