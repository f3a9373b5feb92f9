import { describe, expect, it } from 'vitest';
import { writePatternGroup } from '#core/knowledge/pattern-files.ts';
import type { StoredPattern } from '#core/knowledge/stored-pattern.ts';
import type { KnowledgeFiles } from '#core/ports/knowledge-files.ts';
import type { PatternStore } from '#core/ports/pattern-store.ts';
import { aPattern, aPatternGroup } from '#test/support/a-pattern.ts';

type World = { readonly patterns: PatternStore; readonly files: KnowledgeFiles };

/** What every PatternStore must do; `create` makes an empty one and the files that it lists cases in. */
export const patternStoreContract = (name: string, create: () => Promise<World>): void => {
  describe(`PatternStore: ${name}`, () => {
    it.each<Partial<StoredPattern>>([
      {},
      { product: 'SwitchPort 24', customers: undefined, decidedOn: 'd'.repeat(64) },
      { outcome: { kind: 'drafted', articleId: 'kb-p-1' }, size: 0, heir: 'p-2' },
      { outcome: { kind: 'covered', articleId: 'a-1' } },
      { outcome: { kind: 'refused', reason: 'no_cause', questions: ['What was the cause?'] } },
    ])('returns what was written: %o', async (overrides) => {
      const { patterns } = await create();
      await patterns.write(aPattern(overrides), 0);

      expect(await patterns.find('demo', 'p-1')).toEqual(aPattern(overrides));
      expect(await patterns.find('other', 'p-1')).toBeUndefined();
    });

    it('refuses to write over another version than the expected', async () => {
      const { patterns } = await create();
      await patterns.write(aPattern(), 0);

      await expect(patterns.write(aPattern(), 0)).rejects.toMatchObject({ code: 'version_mismatch' });
      await expect(patterns.write(aPattern({ version: 8 }), 7)).rejects.toMatchObject({
        code: 'version_mismatch',
      });
      await patterns.write(aPattern({ version: 2, size: 9 }), 1);
      expect(await patterns.find('demo', 'p-1')).toMatchObject({ version: 2, size: 9 });
    });

    it('lets one of many write', async () => {
      const { patterns } = await create();
      const writes = await Promise.allSettled(
        [1, 2, 3, 4].map((size) => patterns.write(aPattern({ size }), 0)),
      );

      expect(writes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('takes a pattern away, unless somebody changed it, and takes it back', async () => {
      const { patterns } = await create();
      await patterns.write(aPattern(), 0);
      await expect(patterns.remove('demo', 'p-1', 2)).rejects.toMatchObject({ code: 'version_mismatch' });
      await patterns.remove('demo', 'p-1', 1);

      expect(await patterns.find('demo', 'p-1')).toBeUndefined();
      expect((await patterns.list('demo', 9)).patterns).toEqual([]);
      expect(await patterns.caseIds('demo', 'p-1')).toEqual([]);
      await expect(patterns.remove('demo', 'p-1', 1)).rejects.toMatchObject({ code: 'version_mismatch' });
      await expect(patterns.write(aPattern({ version: 2 }), 1)).rejects.toMatchObject({
        code: 'version_mismatch',
      });
      await patterns.write(aPattern({ size: 3 }), 0);
      expect(await patterns.find('demo', 'p-1')).toEqual(aPattern({ size: 3 }));
    });

    it('lists by id, page by page, one tenant only', async () => {
      const { patterns } = await create();
      const ids = ['a', 'b', 'c', 'd', 'e'];
      for (const id of ids.toReversed()) await patterns.write(aPattern({ id }), 0);
      await patterns.write(aPattern({ tenant: 'other', id: 'bb' }), 0);
      await patterns.place('demo', new Map([['c-1', 'a']]));

      const found: string[] = [];
      let after: string | undefined;
      do {
        const page = await patterns.list('demo', 2, after);
        expect(page.patterns.length).toBeLessThanOrEqual(2);
        found.push(...page.patterns.map(({ id }) => id));
        after = page.next;
      } while (after !== undefined);
      expect(found).toEqual(ids);
    });

    it('lists the cases of a pattern', async () => {
      const { patterns, files } = await create();
      await writePatternGroup(files, aPattern(), aPatternGroup());
      await patterns.write(aPattern(), 0);

      expect(await patterns.caseIds('demo', 'p-1')).toEqual(['c-1', 'c-2']);
      expect(await patterns.caseIds('demo', 'p-9')).toEqual([]);
      expect(await patterns.caseIds('other', 'p-1')).toEqual([]);
    });

    it('has no cases of a pattern that is no more, and fails where the list is missing', async () => {
      const { patterns } = await create();
      await patterns.write(aPattern({ size: 0 }), 0);
      await patterns.write(aPattern({ id: 'p-2' }), 0);

      expect(await patterns.caseIds('demo', 'p-1')).toEqual([]);
      await expect(patterns.caseIds('demo', 'p-2')).rejects.toThrow('not listed');
    });

    it('knows the pattern of a case that it lists, and only then', async () => {
      const { patterns, files } = await create();
      await writePatternGroup(files, aPattern(), aPatternGroup());
      await patterns.write(aPattern(), 0);
      await patterns.place(
        'demo',
        new Map([
          ['c-1', 'p-1'],
          ['c-2', 'p-1'],
          ['c#3', 'p-1'],
          ['c-4', 'p-9'],
        ]),
      );

      expect(await patterns.ofCase('demo', 'c-1')).toBe('p-1');
      expect(await patterns.ofCase('demo', 'c#3')).toBeUndefined();
      expect(await patterns.ofCase('demo', 'c-4')).toBeUndefined();
      expect(await patterns.ofCase('demo', 'c-5')).toBeUndefined();
      expect(await patterns.ofCase('other', 'c-1')).toBeUndefined();
    });

    it('places cases anew, and in none', async () => {
      const { patterns } = await create();
      const ids = Array.from({ length: 60 }, (_, n) => `c-${n}`);
      await patterns.place('demo', new Map(ids.map((id) => [id, 'p-1'])));
      await patterns.place(
        'demo',
        new Map([
          ['c-1', 'p-2'],
          ['c-2', undefined],
          ['c-x', undefined],
        ]),
      );

      const places = await patterns.places('demo');
      expect(places.size).toBe(59);
      expect([places.get('c-0'), places.get('c-1'), places.get('c-2')]).toEqual(['p-1', 'p-2', undefined]);
      expect(await patterns.places('other')).toEqual(new Map());
    });
  });
};
