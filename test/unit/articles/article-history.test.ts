import { describe, expect, it } from 'vitest';
import { jsdiffTextDiff } from '#adapters/embedded/jsdiff-text-diff.ts';
import { deleteArticle } from '#core/use-cases/delete-article.ts';
import { diffArticle } from '#core/use-cases/diff-article.ts';
import { getArticleVersion } from '#core/use-cases/get-article-version.ts';
import { listArticleVersions } from '#core/use-cases/list-article-versions.ts';
import { createArticle } from '#core/use-cases/create-article.ts';
import { replaceArticle } from '#core/use-cases/replace-article.ts';
import { transitionArticle } from '#core/use-cases/transition-article.ts';
import { aCaller } from '#test/support/a-caller.ts';
import { articleContent } from '#test/support/an-article.ts';
import { setupReview } from './setup-review.ts';

/** An article that was made, edited and moved. */
const setup = async () => {
  const world = { ...setupReview(), texts: jsdiffTextDiff };
  const content = articleContent({ content: 'One.\nTwo.', tags: ['a'] });
  const { version: first } = await createArticle(world)(aCaller(), content, 'a-1');
  await replaceArticle(world)(
    aCaller({ principal: 'somebody' }),
    'a-1',
    articleContent({ title: 'Other', content: 'One.\nThree.' }),
  );
  await transitionArticle(world)(aCaller(), 'a-1', { state: 'not_validated' });
  return { ...world, first };
};

describe('the history of an article', () => {
  it('says who did what, newest first, and what it said', async () => {
    const { first, ...world } = await setup();

    const { items } = await listArticleVersions(world)('demo', 'a-1', 9);

    expect(
      items.map(({ version, kind, by, state, current }) => [version - first, kind, by.id, state, current]),
    ).toEqual([
      [2, 'moved', 'demo-engineer', 'not_validated', true],
      [1, 'edited', 'somebody', 'work_in_progress', false],
      [0, 'created', 'demo-engineer', 'work_in_progress', false],
    ]);
    expect(await getArticleVersion(world)('demo', 'a-1', first)).toMatchObject({
      version: first,
      article: { version: first, content: 'One.\nTwo.', state: 'work_in_progress' },
    });
  });

  it('compares two versions', async () => {
    const { first, ...world } = await setup();

    expect(await diffArticle(world)('demo', { id: 'a-1', from: first, to: first + 2 })).toEqual({
      from: first,
      to: first + 2,
      fields: [
        { field: 'title', from: 'Blank pages from a laser printer', to: 'Other' },
        { field: 'tags', from: ['a'], to: undefined },
      ],
      content: [
        { kind: 'same', text: 'One.\n' },
        { kind: 'removed', text: 'Two' },
        { kind: 'added', text: 'Three' },
        { kind: 'same', text: '.' },
      ],
      claims: { removed: [], added: [] },
      state: { from: 'work_in_progress', to: 'not_validated' },
    });
    expect((await diffArticle(world)('demo', { id: 'a-1', from: first, to: first })).content).toEqual([]);
  });

  it('is nobody’s of a deleted article, another tenant, or a version that never was', async () => {
    const { first, ...world } = await setup();
    const ways = (tenant: string, version = first) => [
      listArticleVersions(world)(tenant, 'a-1', 9),
      getArticleVersion(world)(tenant, 'a-1', version),
      diffArticle(world)(tenant, { id: 'a-1', from: version, to: version }),
    ];

    for (const way of [...ways('other'), ...ways('demo', 7).slice(1)])
      await expect(way).rejects.toMatchObject({ code: 'not_found' });
    await deleteArticle(world)(aCaller(), 'a-1');
    for (const way of ways('demo')) await expect(way).rejects.toMatchObject({ code: 'not_found' });
  });

  it('keeps who and when of what was erased', async () => {
    const { first, ...world } = await setup();
    await world.versions.erase('demo', 'a-1', first);

    expect(await getArticleVersion(world)('demo', 'a-1', first)).toMatchObject({
      kind: 'created',
      title: null,
      article: null,
    });
    await expect(diffArticle(world)('demo', { id: 'a-1', from: first, to: first + 1 })).rejects.toMatchObject(
      { code: 'conflict' },
    );
  });
});
