import { describe, expect, it } from 'vitest';
import { draftsOf } from '#core/knowledge/drafts-of.ts';
import { writePatternGroup } from '#core/knowledge/pattern-files.ts';
import { aCase, aDeletedCase } from '#test/support/a-case.ts';
import { aGeneratedArticle } from '#test/support/a-generated-article.ts';
import { anArticle, articleContent } from '#test/support/an-article.ts';
import { anArticleLink } from '#test/support/an-article-link.ts';
import { aPattern, aPatternGroup } from '#test/support/a-pattern.ts';
import { watchWorld } from '#test/support/watch-world.ts';

const resolved = (id: string, resolution = 'Swap the fuse.') =>
  aCase({
    id,
    content: {
      title: 'Charger sparks',
      description: 'The charger sparks when plugged in. Pull the plug first.',
      status: 'resolved',
      resolution,
      resolved_at: '2026-02-20T08:00:00.000Z',
    },
  });
const CASES = [resolved('c-1'), resolved('c-2'), resolved('c-3')];
const gone = (id: string) => aDeletedCase({ id });

const setup = async (articles = [aGeneratedArticle()], wrap?: Parameters<typeof watchWorld>[2]) => {
  const world = watchWorld(articles, CASES, wrap);
  await world.follow('article', ...articles.map(({ id }) => id));
  return world;
};
const reasons = ({ review }: { review?: { points: readonly { reason: string }[] } | undefined }) =>
  review?.points.map(({ reason }) => reason) ?? [];
const ofTheCase = /quillfeather|zebrano/i;

describe('watching articles', () => {
  it('ties the cases of an article to it, and what is known of them', async () => {
    const { caseTies, follow } = await setup();
    await follow('article', 'a-1');

    const ties = await caseTies.findMany('demo', ['c-1', 'c-2', 'c-3', 'c-4']);
    expect([...ties.keys()].toSorted()).toEqual(['c-1', 'c-2', 'c-3']);
    expect(ties.get('c-1')).toMatchObject({ restedOn: ['a-1'], known: { resolved: true } });
    expect(await caseTies.findMany('other', ['c-1'])).toEqual(new Map());
  });

  it('unties what it rests on no more, and remembers that it did', async () => {
    const { articles, caseTies, article, follow } = await setup();
    const row = await article();
    const claims = row.claims.filter(({ case_ids: ids }) => !ids.includes('c-1'));
    await articles.write([{ row: { ...row, claims, version: 2 }, expected: 1, change: CHANGE }]);
    await follow('article', 'a-1');

    expect((await caseTies.findMany('demo', ['c-1'])).get('c-1')).toMatchObject({
      restedOn: [],
      before: ['a-1'],
    });
  });

  it('unties a deleted article', async () => {
    const { articles, caseTies, follow, books } = await setup();
    const tombstone = {
      tenant: 'demo',
      id: 'a-1',
      version: 2,
      deleted: true,
      updatedAt: '2026-03-01T12:00:00.000Z',
    };
    await articles.write([{ row: { ...tombstone, deleted: true as const }, expected: 1, change: CHANGE }]);
    await follow('article', 'a-1');

    expect((await caseTies.findMany('demo', ['c-2'])).get('c-2')).toMatchObject({ restedOn: [] });
    expect(await books.cards('demo')).toEqual([]);
  });

  it('ties more cases than one transaction takes', async () => {
    const ids = Array.from({ length: 250 }, (_, n) => `m-${n}`);
    const many = aGeneratedArticle({ claims: [{ text: 'x', case_ids: ids, quotes: ids }] });
    const world = watchWorld(
      [many],
      ids.map((id) => resolved(id)),
    );
    await world.follow('article', 'a-1');

    expect((await world.caseTies.findMany('demo', ids)).size).toBe(250);
  });

  it('ties the cases of what is only proposed', async () => {
    const { articles, caseTies, article, follow } = await setup();
    const row = await article();
    const claims = [{ text: 'x', case_ids: ['c-7'], quotes: ['x'] }];
    const proposal = { version: 2, madeAt: row.updatedAt, contentHash: 'p', baseHash: row.contentHash };
    const proposed = { ...row, version: 2, claims };
    await articles.write([{ row: { ...row, version: 3, proposal }, expected: 1, change: CHANGE, proposed }]);
    await follow('article', 'a-1');

    // Tied, and at once looked at: there is no such case.
    expect((await caseTies.findMany('demo', ['c-7'])).size).toBe(0);
    expect(await article()).toMatchObject({
      proposal: undefined,
      review: { points: [{ case_ids: ['c-7'] }] },
    });
  });

  it('erases at once a case that was gone before its article was stored', async () => {
    const world = watchWorld([aGeneratedArticle()], [gone('c-1'), CASES[1]!, CASES[2]!]);
    await world.follow('article', 'a-1');
    await world.follow('article', 'a-1');

    const row = await world.article();
    expect(JSON.stringify(row)).not.toMatch(ofTheCase);
    expect(reasons(row)).toEqual(['source_erased']);
    expect((await world.caseTies.findMany('demo', ['c-1'])).size).toBe(0);
  });

  it('makes up for what the watching of cases has missed, when the article is touched', async () => {
    const { article, putCase, follow } = await setup();
    const reopened = CASES[1]!;
    await putCase(gone('c-1'));
    await putCase({ ...reopened, content: { ...reopened.content, status: 'open' } });
    await follow('article', 'a-1');

    const row = await article();
    expect(JSON.stringify(row)).not.toMatch(ofTheCase);
    expect(reasons(row)).toEqual(['source_erased', 'source_reopened']);
  });

  it('keeps a card of each', async () => {
    const { books } = await setup();

    expect(await books.cards('demo')).toEqual([
      expect.objectContaining({
        articleId: 'a-1',
        patternId: 'p-1',
        state: 'not_validated',
        draftedAt: '2026-02-01T00:00:00.000Z',
        publishedAt: '2026-01-02T03:04:05.000Z',
        costMicroUsd: 2_000,
      }),
    ]);
  });

  it('tells of a duplicate and a contradiction once, on the article that was written last', async () => {
    const text = (fix: string) =>
      articleContent({
        title: 'Labels are skipped',
        content: `## Problem\n\nEvery second label is skipped.\n\n## Fix\n\n${fix}`,
      });
    const first = anArticle({ id: 'a-1', content: text('Clean the gap sensor with alcohol.') });
    const same = anArticle({
      id: 'a-2',
      content: text('Clean the gap sensor with alcohol.'),
      contentHash: 'b',
    });
    const other = anArticle({
      id: 'a-3',
      content: text('Reinstall the spooler from the portal.'),
      contentHash: 'c',
    });
    const elsewhere = anArticle({
      id: 'a-4',
      tenant: 'other',
      content: text('Clean the gap sensor with alcohol.'),
    });
    const world = watchWorld([first, same, other, elsewhere]);
    await world.project(first, same, other, elsewhere);
    await world.follow('article', 'a-2');

    const row = await world.article('a-2');
    expect(row.review!.points).toEqual([
      expect.objectContaining({ reason: 'duplicate', article_ids: ['a-1'] }),
      expect.objectContaining({ reason: 'contradicted', article_ids: ['a-3'] }),
    ]);
    const { review: _dismissed, ...kept } = row;
    await world.articles.write([
      { row: { ...kept, version: row.version + 1, contentHash: 'd' }, expected: row.version, change: CHANGE },
    ]);
    await world.follow('article', 'a-2');
    expect(reasons(await world.article('a-2'))).toEqual([]);
    expect(reasons(await world.article('a-1'))).toEqual([]);
  });

  it('ties cases also while the index is out, and answers what is to be done again', async () => {
    const world = watchWorld([aGeneratedArticle()], CASES);
    world.index.search = () => Promise.reject(new Error('out'));

    const [failed, ...others] = await world.follow('article', 'a-1');
    expect(failed).toMatchObject({ key: { tenant: 'demo', kind: 'article', id: 'a-1' } });
    expect(others).toEqual([]);
    expect((await world.caseTies.findMany('demo', ['c-1'])).size).toBe(1);
  });
});

const CHANGE = { kind: 'edited', by: { kind: 'principal', id: 'ann' } } as const;

describe('watching cases', () => {
  it('leaves nothing of an erased case in articles, their versions and drafts', async () => {
    const { articles, versions, article, putCase, follow, files, caseTies } = await setup();
    const row = await article();
    await articles.write([{ row: { ...row, version: 2 }, expected: 1, change: CHANGE }]);
    await files.write(`${draftsOf('demo', 'p-1')}e-1/extractive/1.json`, 'Zebrano');
    await files.write(`${draftsOf('demo', 'p-2')}e-1/extractive/1.json`, 'other');
    await putCase(gone('c-1'));
    await follow('case', 'c-1');

    const now = await article();
    expect(JSON.stringify(now)).not.toMatch(ofTheCase);
    expect(now.contentHash).not.toBe(row.contentHash);
    expect(now.review!.points).toEqual([
      { reason: 'source_erased', since: '2026-03-01T12:00:00.000Z', case_ids: ['c-1'] },
    ]);
    expect((await versions.find('demo', 'a-1', 2))!.article).toBeUndefined();
    expect(files.keys()).toEqual([`${draftsOf('demo', 'p-2')}e-1/extractive/1.json`]);
    expect((await caseTies.findMany('demo', ['c-1'])).size).toBe(0);
  });

  it('finds what an article said of the case before', async () => {
    const { articles, versions, article, putCase, follow } = await setup();
    const row = await article();
    await articles.write([{ row: { ...row, version: 2 }, expected: 1, change: CHANGE }]);
    const later = { ...row, claims: [], content: articleContent(), version: 3 };
    await articles.write([{ row: later, expected: 2, change: CHANGE }]);
    await follow('article', 'a-1');
    await putCase(gone('c-1'));
    await follow('case', 'c-1');

    expect((await versions.find('demo', 'a-1', 2))!.article).toBeUndefined();
    expect(await article()).toMatchObject({ version: 3 });
  });

  it('takes a proposal away that rests on the case', async () => {
    const { articles, article, putCase, follow, versions } = await setup();
    const row = await article();
    const proposal = { version: 2, madeAt: row.updatedAt, contentHash: 'p', baseHash: row.contentHash };
    const kept = { ...row, claims: row.claims.filter(({ case_ids: ids }) => !ids.includes('c-1')) };
    const proposed = { ...row, version: 2 };
    await articles.write([{ row: { ...kept, version: 3, proposal }, expected: 1, change: CHANGE, proposed }]);
    await follow('article', 'a-1');
    await putCase(gone('c-1'));
    await follow('case', 'c-1');

    expect((await article()).proposal).toBeUndefined();
    expect((await versions.find('demo', 'a-1', 2))!.article).toBeUndefined();
  });

  it('removes drafts of the pattern of a case that no article rests on', async () => {
    const { patterns, files, putCase, follow } = await setup([]);
    const pattern = aPattern({ id: 'p-5' });
    await writePatternGroup(files, pattern, aPatternGroup());
    await patterns.write(pattern, 0);
    await patterns.place('demo', new Map([['c-1', 'p-5']]));
    await files.write(`${draftsOf('demo', 'p-5')}e-1/x/1.json`, 'text');
    await putCase(gone('c-1'));
    await follow('case', 'c-1');

    expect(files.keys().filter((key) => key.includes('/drafts/'))).toEqual([]);
  });

  it('removes the links of an erased case', async () => {
    const { links, putCase, follow } = await setup();
    await links.add(anArticleLink());
    await links.add(anArticleLink({ caseId: 'c-2' }));
    await putCase(gone('c-1'));
    await follow('case', 'c-1');

    expect((await links.ofArticle('demo', 'a-1')).map(({ caseId }) => caseId)).toEqual(['c-2']);
  });

  it('touches no other tenant', async () => {
    const theirs = aGeneratedArticle({ tenant: 'other' });
    const world = watchWorld(
      [aGeneratedArticle(), theirs],
      [...CASES, ...CASES.map((one) => ({ ...one, tenant: 'other' }))],
    );
    await world.watch([
      { tenant: 'demo', kind: 'article', id: 'a-1' },
      { tenant: 'other', kind: 'article', id: 'a-1' },
    ]);
    await world.putCase(gone('c-1'));
    await world.follow('case', 'c-1');

    expect(await world.article('a-1', 'other')).toEqual(theirs);
  });

  it.each([
    ['reopened', { status: 'open' }, ['source_reopened']],
    ['resolved in another way', { resolution: 'Swap the cable.' }, ['changed_evidence']],
    ['told otherwise', { description: 'More words.' }, []],
    ['closed after it was resolved', { status: 'closed' }, []],
  ])('a source that is %s', async (_what, change, expected) => {
    const { article, putCase, follow } = await setup();
    const source = CASES[0]!;
    await putCase({ ...source, content: { ...source.content, ...change } });
    await follow('case', 'c-1');
    const once = await article();
    await follow('case', 'c-1');

    expect(reasons(once)).toEqual(expected);
    expect(await article()).toEqual(once);
  });

  it('tells of a source that is reopened and then resolved otherwise, of both', async () => {
    const { article, putCase, follow } = await setup();
    const source = CASES[0]!;
    await putCase({ ...source, content: { ...source.content, status: 'open' } });
    await follow('case', 'c-1');
    await putCase({ ...source, content: { ...source.content, resolution: 'Swap the cable.' } });
    await follow('case', 'c-1');

    expect(reasons(await article())).toEqual(['source_reopened', 'changed_evidence']);
  });

  it('leaves archived and deleted articles alone', async () => {
    const { articles, article, putCase, follow } = await setup([aGeneratedArticle({ state: 'archived' })]);
    const source = CASES[0]!;
    await putCase({ ...source, content: { ...source.content, status: 'open' } });
    await follow('case', 'c-1');
    const row = await article();
    expect(reasons(row)).toEqual([]);

    const tombstone = {
      tenant: 'demo',
      id: 'a-1',
      version: 2,
      deleted: true,
      updatedAt: row.updatedAt,
    } as const;
    await articles.write([{ row: tombstone, expected: 1, change: CHANGE }]);
    await putCase(source);
    expect(await follow('case', 'c-1')).toEqual([]);
  });

  it('notes resolved cases on their day, once, and those that are linked', async () => {
    const { books, links, follow, putCase } = await setup([]);
    await links.add(anArticleLink({ caseId: 'c-2' }));
    await putCase(aCase({ id: 'c-4', content: { status: 'open', title: 'x' } }));
    await putCase({
      ...resolved('c-5'),
      content: { ...resolved('c-5').content, resolved_at: '2020-01-01T00:00:00.000Z' },
    });
    await follow('case', 'c-1', 'c-2', 'c-3', 'c-4', 'c-5');
    await follow('case', 'c-2', 'c-3');

    const [day, ...others] = await books.between('demo', '2000-01-01', '2030-01-01');
    expect(others).toEqual([]);
    expect(day).toMatchObject({ day: '2026-02-20' });
    expect([day!.resolved.size, day!.linked.size, day!.reused.size]).toEqual([3, 1, 0]);
  });

  it('sets one poisoned case aside, and calls it an outage when nothing can be read', async () => {
    const world = await setup();
    const findMany = world.deps.cases.findMany.bind(world.deps.cases);
    world.deps.cases.findMany = async (tenant, ids) => {
      if (ids.includes('c-9')) throw new Error('unreadable');
      return findMany(tenant, ids);
    };
    await world.putCase(gone('c-1'));

    expect((await world.follow('case', 'c-9', 'c-1')).map(({ key }) => key.id)).toEqual(['c-9']);
    expect(reasons(await world.article())).toEqual(['source_erased']);
    world.deps.cases.findMany = () => Promise.reject(new Error('out'));
    await expect(world.follow('case', 'c-1', 'c-3')).rejects.toThrow('none of 2 records');
  });
});
