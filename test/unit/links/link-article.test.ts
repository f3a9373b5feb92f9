import { describe, expect, it, vi } from 'vitest';
import { linkArticle } from '#core/use-cases/link-article.ts';
import { listArticleLinks } from '#core/use-cases/list-article-links.ts';
import { listCaseLinks } from '#core/use-cases/list-case-links.ts';
import { unlinkArticle } from '#core/use-cases/unlink-article.ts';
import { aCase } from '#test/support/a-case.ts';
import { aGeneratedArticle } from '#test/support/a-generated-article.ts';
import { anArticle } from '#test/support/an-article.ts';
import { watchWorld } from '#test/support/watch-world.ts';

const caseOf = (id: string, customer?: string, status = 'resolved') =>
  aCase({ id, content: { title: 'x', status, customer, resolved_at: '2026-02-20T08:00:00.000Z' } });

const setup = (article = anArticle({ state: 'not_validated' })) => {
  const world = watchWorld(
    [article, anArticle({ id: 'a-9', state: 'work_in_progress' })],
    [
      caseOf('c-1', 'x'),
      caseOf('c-11', 'x'),
      caseOf('c-12', 'y'),
      caseOf('c-13', 'z'),
      caseOf('c-14', 'v'),
      caseOf('c-15', undefined, 'open'),
    ],
  );
  const link = linkArticle(world.deps);
  const unlink = unlinkArticle(world.deps);
  const wish = { tenant: 'demo', articleId: 'a-1', kind: 'resolved_with', roles: ['agent'] } as const;
  return {
    ...world,
    link: (principal: string, caseId: string, more: object = {}) =>
      link({ ...wish, principal, caseId, ...more }),
    unlink: (caseId: string) => unlink({ ...wish, caseId }),
    notes: async () => world.books.between('demo', '2026-01-01', '2026-12-31'),
  };
};

describe('linkArticle', () => {
  it('keeps who linked what, without the name of the customer', async () => {
    const { link, links } = setup();
    const made = await link('ann', 'c-11');

    expect(made).toMatchObject({ principal: 'ann', kind: 'resolved_with', isSource: false });
    expect(made.customer).toMatch(/^[0-9a-f]{64}$/);
    expect(await links.ofCase('demo', 'c-11')).toEqual([made]);
  });

  it('changes nothing when it is done twice', async () => {
    const { link, links, clock, notes } = setup();
    const once = await link('ann', 'c-11');
    clock.advance(86_400_000);

    expect(await link('bob', 'c-11')).toEqual(once);
    expect(await links.ofArticle('demo', 'a-1')).toEqual([once]);
    expect((await notes()).flatMap(({ reused }) => [...reused])).toHaveLength(1);
  });

  it('refuses another kind for the same two', async () => {
    const { link } = setup();
    await link('ann', 'c-11');

    await expect(link('ann', 'c-11', { kind: 'related' })).rejects.toMatchObject({ code: 'conflict' });
  });

  it.each([
    ['an article that nobody has', { articleId: 'nobody' }],
    ['an article that the caller may not see', { articleId: 'a-9' }],
    ['another tenant', { tenant: 'other' }],
  ])('finds nothing of %s', async (_what, more) => {
    const { link, links } = setup();

    await expect(link('ann', 'c-11', more)).rejects.toMatchObject({ code: 'not_found' });
    await expect(link('ann', 'no-case')).rejects.toMatchObject({ code: 'not_found' });
    expect(await links.ofCase('demo', 'c-11')).toEqual([]);
  });

  it('asks a person when three people solved it for three customers', async () => {
    const { link, article } = setup();
    await link('ann', 'c-11');
    await link('bob', 'c-12');
    expect((await article()).review).toBeUndefined();
    await link('cid', 'c-13');

    expect((await article()).review!.points).toEqual([
      { reason: 'enough_reuse', since: '2026-03-01T12:00:00.000Z', case_ids: ['c-11', 'c-12', 'c-13'] },
    ]);
  });

  it.each([
    ['one person', ['ann', 'ann', 'ann'], {}],
    ['cases that are only related', ['ann', 'bob', 'cid'], { kind: 'related' }],
  ])('asks nobody for %s', async (_who, people, more) => {
    const { link, article } = setup();
    for (const [n, person] of people.entries()) await link(person, `c-1${n + 1}`, more);

    expect(await article()).toMatchObject({ version: 1 });
  });

  it('asks nobody for an article that is validated, or for the cases that it was written from', async () => {
    const validated = setup(anArticle());
    for (const [n, person] of ['ann', 'bob', 'cid'].entries()) await validated.link(person, `c-1${n + 1}`);
    expect(await validated.article()).toMatchObject({ version: 1 });

    const generated = setup(aGeneratedArticle());
    await generated.link('ann', 'c-1');
    await generated.link('bob', 'c-12');
    await generated.link('cid', 'c-13');
    expect(await generated.article()).toMatchObject({ version: 1 });
    await generated.link('dee', 'c-14');
    expect(await generated.article()).toMatchObject({ version: 2 });
  });

  it('does not ask again by links that show nothing', async () => {
    const { link, article, articles } = setup();
    for (const [n, person] of ['ann', 'bob', 'cid'].entries()) await link(person, `c-1${n + 1}`);
    const { review: _answered, ...row } = await article();
    const change = { kind: 'approved', by: { kind: 'principal', id: 'eve' } } as const;
    await articles.write([{ row: { ...row, version: 3 }, expected: 2, change }]);
    await link('ann', 'c-15');

    expect((await article()).review).toBeUndefined();
  });

  it('ends what a crash left undone when it is asked again', async () => {
    const { link, article, deps } = setup();
    await link('ann', 'c-11');
    await link('bob', 'c-12');
    vi.spyOn(deps.books, 'note').mockRejectedValueOnce(new Error('crash'));
    await expect(link('cid', 'c-13')).rejects.toThrow('crash');
    await link('cid', 'c-13');

    expect((await article()).review!.points).toHaveLength(1);
  });

  it('notes that a resolved case has a link, until the last is taken away', async () => {
    const { link, unlink, notes } = setup();
    await link('ann', 'c-11');
    await link('ann', 'c-15');
    const linked = async () => (await notes()).flatMap(({ day, linked: own }) => [...own].map(() => day));
    expect(await linked()).toEqual(['2026-02-20']);
    await unlink('c-11');

    expect(await linked()).toEqual([]);
    expect((await notes()).flatMap(({ reused }) => [...reused])).toHaveLength(1);
  });
});

describe('unlinkArticle', () => {
  it('takes a link away once', async () => {
    const { link, unlink, links } = setup();
    await link('ann', 'c-11');
    await unlink('c-11');

    expect(await links.ofArticle('demo', 'a-1')).toEqual([]);
    await expect(unlink('c-11')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('lists of links', () => {
  it('show the newest first and what they show', async () => {
    const { link, clock, deps } = setup();
    await link('ann', 'c-11');
    clock.advance(1_000);
    await link('ann', 'c-12');

    expect(await listArticleLinks(deps)('demo', 'a-1', ['viewer'])).toMatchObject({
      items: [{ case_id: 'c-12' }, { case_id: 'c-11', linked_by: 'ann', kind: 'resolved_with' }],
      reuse: { cases: 2, independent: 1 },
    });
    await expect(listArticleLinks(deps)('other', 'a-1', ['admin'])).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('show of a case the articles that the caller may see', async () => {
    const { link, deps } = setup();
    await link('ann', 'c-11');
    await link('eve', 'c-11', { articleId: 'a-9', roles: ['engineer'] });
    const list = listCaseLinks(deps);

    expect((await list('demo', 'c-11', ['viewer'])).items.map((one) => one.article_id)).toEqual(['a-1']);
    expect((await list('demo', 'c-11', ['engineer'])).items).toHaveLength(2);
    await expect(list('other', 'c-11', ['admin'])).rejects.toMatchObject({ code: 'not_found' });
  });
});
