import { describe, expect, it } from 'vitest';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { ArticleVersions } from '#core/ports/article-versions.ts';
import { anArticle, articleContent } from '#test/support/an-article.ts';
import { written } from '#test/support/written.ts';

type History = { readonly articles: ArticleStore; readonly versions: ArticleVersions };

const at = (n: number): string => `2026-01-01T00:00:${String(n).padStart(2, '0')}.000Z`;
const article = (version: number, content = `text ${version}`, id = 'a-1') =>
  anArticle({ id, version, updatedAt: at(version), content: articleContent({ content }) });

const tombstone = (version: number, id = 'a-1') =>
  ({ tenant: 'demo', id, version, deleted: true, updatedAt: at(version) }) as const;

/** Writes versions 1 to `last` of an article. */
const history = async ({ articles }: History, last: number, id = 'a-1') => {
  for (let version = 1; version <= last; version += 1)
    await articles.write(written(article(version, `text ${version}`, id), version - 1));
};

/** What every keeper of versions must do, and every article store for it. */
export const articleVersionsContract = (name: string, create: () => Promise<History>): void => {
  describe(`ArticleVersions: ${name}`, () => {
    it('keep each version whole, with what it was and whose', async () => {
      const world = await create();
      const row = anArticle({
        id: 'weird id/äöü#%2F?',
        source: 'generated',
        claims: [{ text: 'x', case_ids: ['c-1'], quotes: ['q'] }],
        review: { points: [{ reason: 'new_draft', since: at(1) }], expires_at: at(9) },
      });
      const change = {
        kind: 'merged',
        by: { kind: 'job', id: 'run-1' },
        reason: 'the same',
        other_id: 'a-2',
      } as const;
      await world.articles.write([{ row, expected: 0, change }]);

      expect(await world.versions.find('demo', row.id, 1)).toEqual({
        head: { version: 1, change, at: row.updatedAt, state: row.state, title: row.content.title },
        article: row,
      });
      expect(await world.articles.find('demo', row.id)).toEqual(row);
    });

    it('keep what is longer than a row, claims and content', async () => {
      const world = await create();
      const claims = Array.from({ length: 600 }, (_, n) => ({
        text: `${n} ${'€'.repeat(400)}`,
        case_ids: ['c-1'],
        quotes: ['q'],
      }));
      const row = anArticle({ claims, content: articleContent({ content: '€'.repeat(250_000) }) });
      await world.articles.write(written(row));

      expect((await world.versions.find('demo', 'a-1', 1))?.article).toEqual(row);
      expect(await world.articles.find('demo', 'a-1')).toEqual(row);
    });

    it('are listed newest first, page by page, each once', async () => {
      const world = await create();
      await history(world, 7);

      const seen: number[] = [];
      let before: number | undefined;
      do {
        const page = await world.versions.list('demo', 'a-1', 3, before);
        seen.push(...page.heads.map(({ version }) => version));
        before = page.next;
      } while (before !== undefined);

      expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
    });

    it('are of their tenant and article only', async () => {
      const world = await create();
      await history(world, 1);

      expect(await world.versions.find('other', 'a-1', 1)).toBeUndefined();
      expect((await world.versions.list('other', 'a-1', 9)).heads).toEqual([]);
      expect((await world.versions.list('demo', 'a', 9)).heads).toEqual([]);
      expect(await world.versions.find('demo', 'a-1', 2)).toBeUndefined();
    });

    it('gain nothing from a write that was refused, of one article or of several', async () => {
      const world = await create();
      await history(world, 1);
      await history(world, 2, 'a-2');

      const two = [...written(article(2), 1), ...written(article(2, 'late', 'a-2'), 1)];
      for (const stale of [written(article(2), 7), two])
        await expect(world.articles.write(stale)).rejects.toMatchObject({ code: 'version_mismatch' });

      expect(await world.versions.find('demo', 'a-1', 2)).toBeUndefined();
      expect((await world.versions.find('demo', 'a-2', 2))?.article?.content.content).toBe('text 2');
      expect(await world.articles.find('demo', 'a-1')).toMatchObject({ version: 1 });
    });

    it('keep what is proposed beside what is', async () => {
      const world = await create();
      await history(world, 1);
      const [write] = written(article(3), 1);
      await world.articles.write([{ ...write!, proposed: article(2, 'proposed') }]);

      const { heads } = await world.versions.list('demo', 'a-1', 9);

      expect(heads.map(({ version, change }) => [version, change.kind])).toEqual([
        [3, 'edited'],
        [2, 'proposed'],
        [1, 'edited'],
      ]);
      expect((await world.versions.find('demo', 'a-1', 2))?.article?.content.content).toBe('proposed');
      expect(await world.articles.find('demo', 'a-1')).toEqual(article(3));
    });

    it('can be erased up to one: that they were stays, what they said does not', async () => {
      const world = await create();
      await history(world, 3);

      await world.versions.erase('demo', 'a-1', 2);
      await world.versions.erase('demo', 'a-1', 2);

      const { heads } = await world.versions.list('demo', 'a-1', 9);
      expect(heads.map(({ version, title }) => [version, title !== undefined])).toEqual([
        [3, true],
        [2, false],
        [1, false],
      ]);
      expect(await world.versions.find('demo', 'a-1', 2)).toMatchObject({ article: undefined });
      expect((await world.versions.find('demo', 'a-1', 3))?.article).toEqual(article(3));
    });

    it('go with a deleted article, and not with one that was made again', async () => {
      const world = await create();
      await history(world, 2);
      await world.articles.write(written(tombstone(3), 2));
      await world.articles.write(written(article(4), 3));

      await world.versions.remove('demo', 'a-1', 3);

      expect((await world.versions.list('demo', 'a-1', 9)).heads.map(({ version }) => version)).toEqual([4]);
      expect(await world.versions.find('demo', 'a-1', 1)).toBeUndefined();
      expect(await world.articles.find('demo', 'a-1')).toEqual(article(4));
    });
  });
};
