import { describe, expect, it } from 'vitest';
import { proposeChange } from '#core/articles/propose-change.ts';
import { putToReview } from '#core/articles/put-to-review.ts';
import { acceptProposal } from '#core/use-cases/accept-proposal.ts';
import { approveArticle } from '#core/use-cases/approve-article.ts';
import { rejectArticle } from '#core/use-cases/reject-article.ts';
import { rejectProposal } from '#core/use-cases/reject-proposal.ts';
import { replaceArticle } from '#core/use-cases/replace-article.ts';
import { aCaller } from '#test/support/a-caller.ts';
import { aDraft } from '#test/support/a-draft.ts';
import { anArticle, articleContent } from '#test/support/an-article.ts';
import { setupReview } from './setup-review.ts';

const ID = 'kb-p-1';
const SINCE = '2026-02-01T00:00:00.000Z';
const reviewed = (reason: 'enough_reuse' | 'contradicted' | 'new_draft') => ({
  points: [{ reason, since: SINCE }],
});

describe('approveArticle', () => {
  it('publishes a draft, ends its review and keeps who said so', async () => {
    const world = setupReview();
    const draft = await world.drafted();

    const approved = await approveArticle(world)(aCaller(), ID, { reason: 'fine' }, draft.version);

    expect(approved).toMatchObject({ state: 'not_validated', version: draft.version + 1 });
    expect(approved.review).toBeUndefined();
    expect((await world.versions.find('demo', ID, approved.version))?.head.change).toEqual({
      kind: 'approved',
      by: { kind: 'principal', id: 'demo-engineer' },
      reason: 'fine',
    });
    expect((await world.desk.queue('demo', { limit: 9 })).entries).toEqual([]);
  });

  it.each([
    ['work_in_progress', 'new_draft', 'not_validated'],
    ['not_validated', 'contradicted', 'not_validated'],
    ['not_validated', 'enough_reuse', 'validated'],
    ['validated', 'contradicted', 'validated'],
  ] as const)('makes of a %s article with %s a %s one', async (state, reason, to) => {
    const world = setupReview(anArticle({ state, review: reviewed(reason) }));

    expect((await approveArticle(world)(aCaller(), 'a-1', {})).state).toBe(to);
    const again = await approveArticle(world)(aCaller(), 'a-1', {});
    expect(again).toMatchObject({ state: to, version: 2 });
  });

  it('validates at once where a person says so', async () => {
    const world = setupReview();
    await world.drafted();

    expect(await approveArticle(world)(aCaller(), ID, { state: 'validated' })).toMatchObject({
      state: 'validated',
    });
  });

  it.each([
    ['what waits for nobody', anArticle({ state: 'work_in_progress' }), {}],
    ['what is archived', anArticle({ state: 'archived' }), {}],
    [
      'to take validation back',
      anArticle({ review: reviewed('contradicted') }),
      { state: 'not_validated' } as const,
    ],
    [
      'an article for the public before it is validated',
      anArticle({
        state: 'work_in_progress',
        review: reviewed('new_draft'),
        content: articleContent({ audience: 'public' }),
      }),
      {},
    ],
  ])('refuses %s', async (_, row, asked) => {
    const world = setupReview(row);

    await expect(approveArticle(world)(aCaller(), 'a-1', asked)).rejects.toMatchObject({ code: 'conflict' });
    expect(await world.articles.find('demo', 'a-1')).toEqual(row);
  });

  it('lets only those publish for the public who may', async () => {
    const row = anArticle({ state: 'work_in_progress', review: reviewed('new_draft') });
    const asked = { state: 'validated', audience: 'public' } as const;
    const world = setupReview(row);

    await expect(approveArticle(world)(aCaller(), 'a-1', asked)).rejects.toMatchObject({ code: 'forbidden' });
    const admin = aCaller({ roles: ['admin'] });
    expect((await approveArticle(world)(admin, 'a-1', asked)).content.audience).toBe('public');
  });

  it('decides over the version that was seen, and of its own tenant only', async () => {
    const world = setupReview();
    const { version } = await world.drafted();
    const approve = approveArticle(world);

    await expect(approve(aCaller(), ID, {}, version - 1)).rejects.toMatchObject({ code: 'version_mismatch' });
    await expect(approve(aCaller({ tenant: 'other' }), ID, {})).rejects.toMatchObject({ code: 'not_found' });
    const results = await Promise.allSettled([1, 2].map(() => approve(aCaller(), ID, {}, version)));
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('rejectArticle', () => {
  it('archives with the reason, and refuses the pattern until its cases are others', async () => {
    const world = setupReview();
    await world.drafted();

    const rejected = await rejectArticle(world)(aCaller(), ID, 'Not the cause.');

    expect(rejected).toMatchObject({ state: 'archived' });
    expect(rejected.review).toBeUndefined();
    expect((await world.versions.find('demo', ID, rejected.version))?.head.change.reason).toBe(
      'Not the cause.',
    );
    expect(await world.patterns.find('demo', 'p-1')).toMatchObject({
      decidedOn: 'e-1',
      outcome: { kind: 'refused', reason: 'rejected', questions: [], note: 'Not the cause.' },
      version: 2,
    });
  });

  it('mends at the second time what a crash left undone, and writes nothing twice', async () => {
    const world = setupReview();
    await world.drafted();
    const dead = { ...world.patterns, write: () => Promise.reject(new Error('crashed')) };
    await expect(rejectArticle({ ...world, patterns: dead })(aCaller(), ID, 'No.')).rejects.toThrow(
      'crashed',
    );
    expect(await world.patterns.find('demo', 'p-1')).toMatchObject({ outcome: { kind: 'drafted' } });

    for (let n = 0; n < 2; n += 1) await rejectArticle(world)(aCaller(), ID, 'No.');

    expect(await world.kinds(ID)).toEqual(['generated', 'rejected']);
    expect(await world.patterns.find('demo', 'p-1')).toMatchObject({
      outcome: { kind: 'refused', reason: 'rejected' },
      version: 2,
    });
  });

  it('goes on where the pattern was changed meanwhile, or is no more', async () => {
    const world = setupReview(anArticle({ review: reviewed('contradicted') }));
    const draft = await world.drafted();
    let raced = false;
    const patterns: typeof world.patterns = {
      ...world.patterns,
      async write(pattern, expected) {
        if (!raced) {
          raced = true;
          const stored = await world.patterns.find('demo', 'p-1');
          await world.patterns.write({ ...stored!, size: 9, version: expected + 1 }, expected);
        }
        await world.patterns.write(pattern, expected);
      },
    };

    await rejectArticle({ ...world, patterns })(aCaller(), ID, 'No.', draft.version);
    expect(await world.patterns.find('demo', 'p-1')).toMatchObject({
      size: 9,
      outcome: { kind: 'refused' },
      version: 3,
    });
    expect(await rejectArticle(world)(aCaller(), 'a-1', 'No.')).toMatchObject({ state: 'archived' });
  });

  it('answers for the newer cases, too, from which a change was proposed', async () => {
    const world = setupReview();
    await world.drafted();
    const pattern = await world.patterns.find('demo', 'p-1');
    await world.patterns.write({ ...pattern!, evidence: 'e-2', decidedOn: 'e-2', version: 2 }, 1);

    await rejectArticle(world)(aCaller(), ID, 'No.');

    expect(await world.patterns.find('demo', 'p-1')).toMatchObject({
      decidedOn: 'e-2',
      outcome: { kind: 'refused', reason: 'rejected' },
    });
  });

  it('refuses what waits for nobody', async () => {
    const world = setupReview(anArticle());

    await expect(rejectArticle(world)(aCaller(), 'a-1', 'No.')).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('a proposed change', () => {
  /** An approved article with another cause proposed. */
  const setup = async () => {
    const world = setupReview();
    await world.drafted();
    await approveArticle(world)(aCaller(), ID, { state: 'validated' });
    const draft = aDraft('Replace the fuser.', 'e-2');
    const { article } = await proposeChange(world)('demo', ID, draft);
    return { ...world, draft, article };
  };

  it('is what the article says once it is accepted; its state stays', async () => {
    const { draft, article, ...world } = await setup();

    const accepted = await acceptProposal(world)(aCaller(), ID, 'true', article.version);

    expect(accepted).toMatchObject({
      content: draft.content,
      claims: draft.claims,
      generation: { evidence: 'e-2' },
      state: 'validated',
      version: article.version + 1,
    });
    expect([accepted.review, accepted.proposal]).toEqual([undefined, undefined]);
    expect(await world.kinds(ID)).toEqual([
      'generated',
      'approved',
      'proposed',
      'proposal_made',
      'proposal_accepted',
    ]);
  });

  it('leaves what else there is to look at', async () => {
    const { article, ...world } = await setup();
    const flagged = putToReview(article, { reason: 'duplicate', articleIds: ['a-2'] }, SINCE);
    const change = { kind: 'flagged', by: { kind: 'job', id: 'x' } } as const;
    await world.articles.write([{ row: flagged, expected: article.version, change }]);

    const accepted = await acceptProposal(world)(aCaller(), ID);

    expect(accepted.review?.points.map(({ reason }) => reason)).toEqual(['duplicate']);
  });

  it('cannot be accepted over an edit, but can be rejected', async () => {
    const { article, ...world } = await setup();
    await replaceArticle(world)(aCaller(), ID, articleContent({ content: 'Mine.' }));

    await expect(acceptProposal(world)(aCaller(), ID)).rejects.toMatchObject({ code: 'conflict' });
    const rejected = await rejectProposal(world)(aCaller(), ID, 'Mine is better.');
    expect(rejected).toMatchObject({ content: { content: 'Mine.' }, state: 'validated' });
    expect([rejected.review, rejected.proposal]).toEqual([undefined, undefined]);
    expect((await world.versions.find('demo', ID, article.proposal!.version))?.head.change.kind).toBe(
      'proposed',
    );
  });

  it('cannot be accepted when what it said was erased', async () => {
    const { article, ...world } = await setup();
    await world.versions.erase('demo', ID, article.version);

    await expect(acceptProposal(world)(aCaller(), ID)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is decided before the article is approved', async () => {
    const { article: _article, ...world } = await setup();

    await expect(approveArticle(world)(aCaller(), ID, {})).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is decided once, over the version that was seen, and of its own tenant only', async () => {
    const { article, ...world } = await setup();
    const accept = acceptProposal(world);

    await expect(accept(aCaller(), ID, undefined, article.version - 1)).rejects.toMatchObject({
      code: 'version_mismatch',
    });
    await expect(accept(aCaller({ tenant: 'other' }), ID)).rejects.toMatchObject({ code: 'not_found' });
    await accept(aCaller(), ID);
    await expect(accept(aCaller(), ID)).rejects.toMatchObject({ code: 'conflict' });
    await expect(rejectProposal(world)(aCaller(), ID, 'x')).rejects.toMatchObject({ code: 'conflict' });
  });
});
