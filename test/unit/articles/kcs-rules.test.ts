import { describe, expect, it } from 'vitest';
import { ArticleState, Audience, Governance } from '#contracts/article-state.ts';
import type { Role } from '#contracts/role.ts';
import { checkMove } from '#core/articles/check-move.ts';
import { checkStanding } from '#core/articles/check-standing.ts';
import { createArticle } from '#core/use-cases/create-article.ts';
import { deleteArticle } from '#core/use-cases/delete-article.ts';
import { replaceArticle } from '#core/use-cases/replace-article.ts';
import { transitionArticle } from '#core/use-cases/transition-article.ts';
import { aCaller } from '#test/support/a-caller.ts';
import { anArticle, articleContent } from '#test/support/an-article.ts';
import { setupReview } from './setup-review.ts';

/** What a check says: fine, or the code of its refusal. */
const said = (check: () => void): string => {
  try {
    check();
    return 'fine';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

/** The whole table: from, to, and which roles may. */
const MOVES: Record<string, readonly Role[]> = {
  'work_in_progress not_validated': ['engineer', 'admin'],
  'work_in_progress archived': ['engineer', 'admin'],
  'not_validated work_in_progress': ['engineer', 'admin'],
  'not_validated validated': ['engineer', 'admin'],
  'not_validated archived': ['engineer', 'admin'],
  'validated not_validated': ['engineer', 'admin'],
  'validated archived': ['engineer', 'admin'],
  'archived work_in_progress': ['engineer', 'admin'],
  'archived not_validated': ['engineer', 'admin'],
};
const STATES = ArticleState.options;
const ROLES: readonly Role[] = ['viewer', 'agent', 'engineer', 'admin', 'service'];
const everyMove = STATES.flatMap((from) => STATES.map((to) => [from, to] as const)).filter(
  ([from, to]) => from !== to,
);

describe('checkMove', () => {
  it.each(everyMove)('from %s to %s is for those of the table', (from, to) => {
    const may = MOVES[`${from} ${to}`];
    for (const role of ROLES)
      expect(said(() => checkMove(from, to, [role]))).toBe(
        may ? (may.includes(role) ? 'fine' : 'forbidden') : 'conflict',
      );
  });
});

describe('checkStanding', () => {
  const every = STATES.flatMap((state) =>
    Audience.options.flatMap((audience) =>
      Governance.options.map((governance) => ({ state, content: articleContent({ audience, governance }) })),
    ),
  );

  it.each(every)('$state, $content.audience, $content.governance', (standing) => {
    const { state, content } = standing;
    const early = state === 'not_validated' && content.audience === 'public';
    const held =
      content.governance === 'compliance_based' || (state === 'validated' && content.audience === 'public');
    const plain = { state: 'archived', content: articleContent() } as const;

    for (const [role, free] of [
      ['engineer', !held],
      ['admin', true],
    ] as const) {
      expect(said(() => checkStanding(plain, standing, [role]))).toBe(
        early ? 'conflict' : free ? 'fine' : 'forbidden',
      );
      expect(said(() => checkStanding(undefined, standing, [role]))).toBe(
        early ? 'conflict' : free ? 'fine' : 'forbidden',
      );
      expect(said(() => checkStanding(standing, plain, [role]))).toBe(free ? 'fine' : 'forbidden');
      expect(said(() => checkStanding(standing, undefined, [role]))).toBe(free ? 'fine' : 'forbidden');
    }
  });
});

describe('the rules of audience and governance', () => {
  const admin = aCaller({ roles: ['admin'] });
  const bound = articleContent({ governance: 'compliance_based' });

  it('hold for every way of a person', async () => {
    const row = anArticle({ content: bound });
    const world = setupReview(row);
    const ways = [
      createArticle(world)(aCaller(), bound),
      replaceArticle(world)(aCaller(), 'a-1', articleContent()),
      transitionArticle(world)(aCaller(), 'a-1', { state: 'archived' }),
      deleteArticle(world)(aCaller(), 'a-1'),
    ];

    for (const way of ways) await expect(way).rejects.toMatchObject({ code: 'forbidden' });
    expect(await world.articles.find('demo', 'a-1')).toEqual(row);
    expect((await replaceArticle(world)(admin, 'a-1', articleContent())).version).toBe(2);
  });

  it('let the audience change with the state', async () => {
    const content = articleContent({ audience: 'public' });
    const world = setupReview(anArticle({ state: 'work_in_progress', content }));
    const move = transitionArticle(world);

    await expect(move(aCaller(), 'a-1', { state: 'not_validated' })).rejects.toMatchObject({
      code: 'conflict',
    });
    const narrowed = await move(aCaller(), 'a-1', {
      state: 'not_validated',
      audience: 'internal',
      reason: 'first inside',
    });
    expect(narrowed).toMatchObject({ state: 'not_validated', content: { audience: 'internal' } });
    expect(narrowed.contentHash).not.toBe(anArticle().contentHash);
    expect((await world.versions.find('demo', 'a-1', 2))?.head.change.reason).toBe('first inside');

    const widened = { state: 'validated', audience: 'public' } as const;
    await expect(move(aCaller(), 'a-1', widened)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await move(admin, 'a-1', widened)).toMatchObject({ state: 'validated', version: 3 });
    expect(await move(admin, 'a-1', widened)).toMatchObject({ version: 3 });
  });
});

describe('a move', () => {
  it('that publishes ends the wait of a draft, not what else there is to look at', async () => {
    const since = '2026-02-01T00:00:00.000Z';
    const points = [{ reason: 'new_draft', since } as const, { reason: 'duplicate', since } as const];
    const world = setupReview(
      anArticle({ state: 'work_in_progress', review: { points, expires_at: '2026-03-31T00:00:00.000Z' } }),
    );

    const moved = await transitionArticle(world)(aCaller(), 'a-1', { state: 'not_validated' });

    expect(moved.review).toEqual({ points: [{ reason: 'duplicate', since }] });
    const archived = await transitionArticle(world)(aCaller(), 'a-1', { state: 'archived' });
    expect(archived.review).toBeUndefined();
  });

  it('out of the archive makes a merged article stand for itself', async () => {
    const world = setupReview(anArticle({ state: 'archived', mergedInto: 'a-2' }));

    const moved = await transitionArticle(world)(aCaller(), 'a-1', { state: 'work_in_progress' });

    expect(moved.mergedInto).toBeUndefined();
  });
});
