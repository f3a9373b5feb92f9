import { describe, expect, it } from 'vitest';
import type { KnowledgeFiles } from '#core/ports/knowledge-files.ts';

/** What every KnowledgeFiles must do; `create` makes an empty one. */
export const knowledgeFilesContract = (name: string, create: () => Promise<KnowledgeFiles>): void => {
  describe(`KnowledgeFiles: ${name}`, () => {
    it.each([
      ['short', '{"a":1}'],
      ['empty', ''],
      ['long, with letters of every width', 'ä€𝄞 '.repeat(20_000)],
    ])('reads back what was written: %s', async (_kind, text) => {
      const files = await create();
      await files.write('demo/plan.json', text);

      expect(await files.read('demo/plan.json')).toBe(text);
      expect(await files.read('other/plan.json')).toBeUndefined();
    });

    it('writes over what is there', async () => {
      const files = await create();
      await files.write('demo/plan.json', 'one');
      await files.write('demo/plan.json', 'two');

      expect(await files.read('demo/plan.json')).toBe('two');
    });

    it('writes once, and answers the first text ever after', async () => {
      const files = await create();

      expect(await files.writeOnce('demo/draft.json', 'first')).toBe('first');
      expect(await files.writeOnce('demo/draft.json', 'second')).toBe('first');
      expect(await files.read('demo/draft.json')).toBe('first');
    });

    it('lets one of many be the first', async () => {
      const files = await create();
      const texts = ['one', 'two', 'three', 'four'];

      const answers = await Promise.all(texts.map((text) => files.writeOnce('demo/race.json', text)));

      expect(new Set(answers).size).toBe(1);
      expect(await files.read('demo/race.json')).toBe(answers[0]);
    });

    it('removes, also what is not there', async () => {
      const files = await create();
      await files.write('demo/plan.json', 'one');
      await files.remove('demo/plan.json');
      await files.remove('demo/plan.json');

      expect(await files.read('demo/plan.json')).toBeUndefined();
      expect(await files.writeOnce('demo/plan.json', 'again')).toBe('again');
    });

    it('removes all that begins so, and nothing else', async () => {
      const files = await create();
      const gone = ['demo/drafts/p-1/a/1.json', 'demo/drafts/p-1/b/w%20x/2.json'];
      const kept = ['demo/drafts/p-10/a/1.json', 'other/drafts/p-1/a/1.json', 'demo/patterns/p-1/a.json'];
      for (const key of [...gone, ...kept]) await files.write(key, key);
      await files.removeUnder('demo/drafts/p-1/');
      await files.removeUnder('demo/drafts/p-1/');

      for (const key of gone) expect(await files.read(key)).toBeUndefined();
      for (const key of kept) expect(await files.read(key)).toBe(key);
    });
  });
};
