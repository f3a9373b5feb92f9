import { describe, expect, it } from 'vitest';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { ArticleState } from '#contracts/article-state.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { createArticle } from '#core/use-cases/create-article.ts';
import { deleteArticle } from '#core/use-cases/delete-article.ts';
import { getArticle } from '#core/use-cases/get-article.ts';
import { replaceArticle } from '#core/use-cases/replace-article.ts';
import { transitionArticle } from '#core/use-cases/transition-article.ts';
import { anArticle, articleContent } from '#test/support/an-article.ts';
import { aCaller } from '#test/support/a-caller.ts';
import { countedIds } from '#test/support/counted-ids.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { memoryArticles } from '#test/support/memory-articles.ts';

const NOW = '2026-03-01T12:00:00.000Z';

const setup = (...rows: readonly LivingArticle[]) => {
  const { articles, versions } = memoryArticles(rows);
  const deps = { articles, versions, clock: fixedClock(NOW), ids: countedIds(), hasher: nodeHasher };
  return { articles, deps };
};

describe('createArticle', () => {
  it('makes work in progress of a person, with an id of ours', async () => {
    const { articles, deps } = setup();

    const row = await createArticle(deps)(aCaller(), articleContent());

    expect(row).toMatchObject({
      id: 'id-1',
      version: Date.parse(NOW) / 1_000,
      state: 'work_in_progress',
      source: 'manual',
      claims: [],
      createdAt: NOW,
      updatedAt: NOW,
    });
    expect(await articles.find('demo', 'id-1')).toEqual(row);
  });

  it('refuses an id that exists, and goes on from the version of a deleted one', async () => {
    const { deps } = setup(anArticle({ version: 4 }));

    await expect(createArticle(deps)(aCaller(), articleContent(), 'a-1')).rejects.toMatchObject({
      code: 'already_exists',
    });
    await deleteArticle(deps)(aCaller(), 'a-1');
    expect(await createArticle(deps)(aCaller(), articleContent(), 'a-1')).toMatchObject({ version: 6 });
  });
});

describe('replaceArticle', () => {
  it('replaces what is said, and leaves state and source alone, and claims whose statement stays', async () => {
    const claims = [{ text: 'Replace the drum.', case_ids: ['c-1'], quotes: ['q'] }];
    const { deps } = setup(anArticle({ source: 'generated', claims }));

    const row = await replaceArticle(deps)(aCaller(), 'a-1', articleContent({ title: 'Other' }), 1);

    expect(row).toMatchObject({
      version: 2,
      state: 'validated',
      source: 'generated',
      claims,
      updatedAt: NOW,
      content: { title: 'Other' },
    });
    expect(row.contentHash).not.toBe(anArticle().contentHash);
  });

  it.each([
    ['nobody', undefined, 'not_found'],
    ['a-1', 7, 'version_mismatch'],
  ] as const)('refuses to write over %s at version %s with %s', async (id, ifMatch, code) => {
    const { articles, deps } = setup(anArticle());

    await expect(replaceArticle(deps)(aCaller(), id, articleContent(), ifMatch)).rejects.toMatchObject({
      code,
    });
    expect(await articles.find('demo', 'a-1')).toEqual(anArticle());
  });
});

describe('getArticle', () => {
  it.each([
    ['viewer', 'work_in_progress', false],
    ['viewer', 'not_validated', true],
    ['viewer', 'validated', true],
    ['agent', 'archived', false],
    ['engineer', 'work_in_progress', true],
    ['admin', 'archived', true],
    ['service', 'archived', false],
  ] as const)('a %s who asks for an article that is %s sees it: %s', async (role, state, seen) => {
    const { deps } = setup(anArticle({ state }));

    const read = getArticle(deps)('demo', 'a-1', [role]).then(
      ({ id }) => id,
      (error: { code: string }) => error.code,
    );

    expect(await read).toBe(seen ? 'a-1' : 'not_found');
  });
});

describe('transitionArticle', () => {
  const allowed = new Set([
    'work_in_progress not_validated',
    'work_in_progress archived',
    'not_validated work_in_progress',
    'not_validated validated',
    'not_validated archived',
    'validated not_validated',
    'validated archived',
    'archived work_in_progress',
    'archived not_validated',
  ]);
  const pairs = ArticleState.options
    .flatMap((from) => ArticleState.options.map((to) => [from, to] as const))
    .filter(([from, to]) => from !== to);

  it.each(pairs)('from %s to %s happens or is refused by the table', async (from, to) => {
    const { articles, deps } = setup(anArticle({ state: from }));

    const moved = await transitionArticle(deps)(aCaller(), 'a-1', { state: to }).then(
      ({ state }) => state,
      (error: { code: string }) => error.code,
    );

    const may = allowed.has(`${from} ${to}`);
    expect(moved).toBe(may ? to : 'conflict');
    expect(await articles.find('demo', 'a-1')).toMatchObject(
      may ? { state: to, version: 2, updatedAt: NOW } : { state: from, version: 1 },
    );
  });

  it('leaves an article alone that is there already', async () => {
    const { articles, deps } = setup(anArticle());

    expect(await transitionArticle(deps)(aCaller(), 'a-1', { state: 'validated' })).toEqual(anArticle());
    expect(await articles.find('demo', 'a-1')).toEqual(anArticle());
  });

  it('moves nothing over another version', async () => {
    const { deps } = setup(anArticle({ version: 3 }));

    await expect(transitionArticle(deps)(aCaller(), 'a-1', { state: 'archived' }, 2)).rejects.toMatchObject({
      code: 'version_mismatch',
    });
  });
});
