import { describe, expect, it } from 'vitest';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { proposeChange } from '#core/articles/propose-change.ts';
import { storeDraft } from '#core/articles/store-draft.ts';
import { approveArticle } from '#core/use-cases/approve-article.ts';
import { deleteArticle } from '#core/use-cases/delete-article.ts';
import { replaceArticle } from '#core/use-cases/replace-article.ts';
import { transitionArticle } from '#core/use-cases/transition-article.ts';
import { aCaller } from '#test/support/a-caller.ts';
import { aDraft } from '#test/support/a-draft.ts';
import { articleContent } from '#test/support/an-article.ts';
import { countedIds } from '#test/support/counted-ids.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { memoryArticles } from '#test/support/memory-articles.ts';

const NOW = '2026-03-01T12:00:00.000Z';
const ID = 'kb-p-1';

const setup = () => {
  const stores = memoryArticles();
  const clock = fixedClock(NOW);
  const deps = { ...stores, clock, ids: countedIds(), hasher: nodeHasher, draftExpiryDays: 30 };
  const kinds = async () =>
    (await stores.versions.list('demo', ID, 99)).heads.map(({ change }) => change.kind).toReversed();
  return {
    ...deps,
    kinds,
    store: storeDraft(deps),
    propose: proposeChange(deps),
    approve: () => approveArticle(deps)(aCaller(), ID, {}),
    edit: (content: string) => replaceArticle(deps)(aCaller(), ID, articleContent({ content })),
  };
};

describe('storeDraft', () => {
  it('makes work in progress that waits for a person, until it expires', async () => {
    const { store, versions } = setup();

    const { kind, article } = await store('demo', ID, aDraft());

    expect(kind).toBe('created');
    expect(article).toMatchObject({
      id: ID,
      state: 'work_in_progress',
      source: 'generated',
      claims: aDraft().claims,
      generation: { evidence: 'e-1', written_at: NOW },
      review: { points: [{ reason: 'new_draft', since: NOW }], expires_at: '2026-03-31T12:00:00.000Z' },
      createdAt: NOW,
      updatedAt: NOW,
    });
    expect((await versions.find('demo', ID, article.version))?.head.change).toEqual({
      kind: 'generated',
      by: { kind: 'job', id: 'run-1' },
    });
  });

  it('makes one article, whoever comes first and however often', async () => {
    const { store, kinds } = setup();

    const outcomes = await Promise.all([1, 2, 3].map(() => store('demo', ID, aDraft())));

    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['created', 'unchanged', 'unchanged']);
    expect(await kinds()).toEqual(['generated']);
  });

  it('goes on from the version of an article that was deleted', async () => {
    const world = setup();
    const { article } = await world.store('demo', ID, aDraft());
    await deleteArticle(world)(aCaller(), ID);

    const again = await world.store('demo', ID, aDraft());

    expect(again).toMatchObject({ kind: 'created', article: { version: article.version + 2 } });
    expect(await world.kinds()).toEqual(['generated']);
  });

  it('touches no article of another tenant', async () => {
    const { store } = setup();
    await store('other', ID, aDraft());

    expect((await store('demo', ID, aDraft('Other.'))).kind).toBe('created');
  });
});

describe('proposeChange', () => {
  it('writes a draft anew that nobody has touched', async () => {
    const { store, propose, clock, kinds } = setup();
    await store('demo', ID, aDraft());
    clock.advance(1_000);

    const { kind, article } = await propose('demo', ID, aDraft('Replace the fuser.', 'e-2'));

    expect(kind).toBe('replaced');
    expect(article).toMatchObject({
      content: { content: '1. Replace the fuser.' },
      generation: { evidence: 'e-2' },
      review: { expires_at: '2026-03-31T12:00:01.000Z' },
    });
    expect(article.proposal).toBeUndefined();
    expect(await kinds()).toEqual(['generated', 'generated']);
  });

  it.each(['edit', 'approve'] as const)('keeps what a person stands behind after %s', async (how) => {
    const { store, propose, clock, versions, kinds, ...world } = setup();
    await store('demo', ID, aDraft());
    clock.advance(1_000);
    const before = how === 'edit' ? await world.edit('Mine.') : await world.approve();
    clock.advance(1_000);

    const draft = aDraft('Replace the fuser.', 'e-2');
    const { kind, article } = await propose('demo', ID, draft);

    expect(kind).toBe('proposed');
    expect(article).toMatchObject({
      content: before.content,
      claims: before.claims,
      state: before.state,
      version: before.version + 2,
      proposal: { version: before.version + 1, baseHash: before.contentHash },
    });
    expect(article.review?.points.map(({ reason }) => reason)).toContain('changed_evidence');
    expect((await versions.find('demo', ID, before.version + 1))?.article).toMatchObject({
      content: draft.content,
      claims: draft.claims,
      generation: { evidence: 'e-2' },
    });
    expect((await kinds()).slice(-2)).toEqual(['proposed', 'proposal_made']);
    expect((await propose('demo', ID, draft)).kind).toBe('unchanged');
  });

  it('proposes once, of two runs at the same time', async () => {
    const { store, propose, approve, kinds } = setup();
    await store('demo', ID, aDraft());
    await approve();

    await Promise.all([1, 2].map(() => propose('demo', ID, aDraft('Replace the fuser.', 'e-2'))));

    expect(await kinds()).toEqual(['generated', 'approved', 'proposed', 'proposal_made']);
  });

  it('only gains sources where more cases say the same', async () => {
    const { store, propose, approve } = setup();
    await store('demo', ID, aDraft());
    const approved = await approve();

    const { kind, article } = await propose('demo', ID, aDraft('Replace the drum.', 'e-2', { cases: 99 }));

    expect(kind).toBe('confirmed');
    expect(article).toMatchObject({
      content: approved.content,
      claims: [{ case_ids: ['c-e-2'] }],
      generation: { evidence: 'e-2', cases: 99 },
      state: 'not_validated',
      version: approved.version + 1,
    });
    expect(article.review).toBeUndefined();
  });

  it('leaves to people for whom an article is', async () => {
    const { store, propose, articles, ...world } = setup();
    await store('demo', ID, aDraft());
    await transitionArticle({ articles, ...world })(aCaller(), ID, {
      state: 'not_validated',
      audience: 'partner',
    });

    expect((await propose('demo', ID, aDraft('Replace the drum.', 'e-2'))).kind).toBe('confirmed');
  });

  it('writes an archived article anew for other cases, and never one that was merged', async () => {
    const world = setup();
    await world.store('demo', ID, aDraft());
    const archived = await transitionArticle(world)(aCaller(), ID, { state: 'archived' });

    expect((await world.propose('demo', ID, aDraft('Replace the drum.', 'e-2'))).kind).toBe('unchanged');
    const revived = await world.propose('demo', ID, aDraft('Replace the fuser.', 'e-3'));
    expect(revived).toMatchObject({
      kind: 'revived',
      article: { state: 'work_in_progress', review: { points: [{ reason: 'new_draft' }] } },
    });

    const merged = { ...archived, mergedInto: 'a-1', version: revived.article.version + 1 };
    const change = { kind: 'merged', by: { kind: 'principal', id: 'x' } } as const;
    await world.articles.write([{ row: merged, expected: revived.article.version, change }]);
    expect(await world.propose('demo', ID, aDraft('Other.', 'e-4'))).toEqual({
      kind: 'merged',
      article: merged,
    });
  });

  it('finds no article of another tenant', async () => {
    const { store, propose } = setup();
    await store('other', ID, aDraft());

    await expect(propose('demo', ID, aDraft())).rejects.toMatchObject({ code: 'not_found' });
  });
});
