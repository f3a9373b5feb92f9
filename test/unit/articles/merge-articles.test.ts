import { describe, expect, it } from 'vitest';
import { mergeArticles } from '#core/use-cases/merge-articles.ts';
import { replaceArticle } from '#core/use-cases/replace-article.ts';
import { aCaller } from '#test/support/a-caller.ts';
import { aGeneration } from '#test/support/a-generation.ts';
import { aPattern } from '#test/support/a-pattern.ts';
import { anArticle, articleContent } from '#test/support/an-article.ts';
import { written } from '#test/support/written.ts';
import { setupReview } from './setup-review.ts';

const claim = (text: string, id: string) => ({ text, case_ids: [id], quotes: [`${text} (${id})`] });

const into = anArticle({
  id: 'into',
  content: articleContent({ content: '- Same.\n- Own.', tags: ['a'] }),
  claims: [claim('Same.', 'c-1'), claim('Own.', 'c-1')],
  review: {
    points: [{ reason: 'duplicate', since: '2026-02-01T00:00:00.000Z', article_ids: ['from'] }],
  },
});
const from = anArticle({
  id: 'from',
  source: 'generated',
  state: 'not_validated',
  generation: aGeneration({ evidence: 'e-1' }),
  content: articleContent({ content: '- Same.\n- Other \\*one\\*.\n\nNo claim.', tags: ['b', 'a'] }),
  claims: [claim('Same.', 'c-1'), claim('Same.', 'c-2'), claim('Other *one*.', 'c-3')].slice(1),
});

const setup = (...rows: readonly (typeof into)[]) => {
  const world = setupReview(...rows);
  const merge = mergeArticles(world);
  return {
    ...world,
    merge: (id = 'from', target = 'into', ifMatch?: number) =>
      merge(aCaller(), id, { into: target }, ifMatch),
  };
};

describe('mergeArticles', () => {
  it('hands over sources, statements with claims and tags, and leaves a pointer in the archive', async () => {
    const { merge, articles } = setup(into, from);

    const merged = await merge();

    expect(merged).toMatchObject({ id: 'from', state: 'archived', mergedInto: 'into', version: 2 });
    expect(await articles.find('demo', 'into')).toMatchObject({
      version: 2,
      state: 'validated',
      content: { content: '- Same.\n- Own.\n\n## Merged\n\n- Other \\*one\\*.', tags: ['a', 'b'] },
      claims: [
        { text: 'Same.', case_ids: ['c-1', 'c-2'], quotes: ['Same. (c-1)', 'Same. (c-2)'] },
        claim('Own.', 'c-1'),
        claim('Other *one*.', 'c-3'),
      ],
      review: undefined,
    });
  });

  it('keeps in both histories what happened', async () => {
    const { merge, versions } = setup(into, from);
    await merge();

    expect((await versions.find('demo', 'from', 2))?.head.change).toMatchObject({
      kind: 'merged',
      other_id: 'into',
    });
    expect((await versions.find('demo', 'into', 2))?.head.change).toMatchObject({
      kind: 'absorbed',
      other_id: 'from',
    });
  });

  it('takes the links along, also those that a crash left behind', async () => {
    const { merge, links, ...world } = setup(into, from);
    const link = (articleId: string, caseId: string, principal: string) =>
      links.add({
        tenant: 'demo',
        articleId,
        caseId,
        kind: 'resolved_with',
        principal,
        customer: undefined,
        isSource: false,
        linkedAt: '2026-02-01T00:00:00.000Z',
      });
    await Promise.all(Array.from({ length: 12 }, (_, n) => link('from', `c-${n}`, 'ann')));
    await link('into', 'c-1', 'bob');
    let left = 3;
    const dying = {
      ...links,
      remove: (...asked: Parameters<typeof links.remove>) => {
        left -= 1;
        return left > 0 ? links.remove(...asked) : Promise.reject(new Error('crashed'));
      },
    };
    const crashing = mergeArticles({ ...world, links: dying });
    await expect(crashing(aCaller(), 'from', { into: 'into' })).rejects.toThrow('crashed');

    await merge();

    expect(await links.ofArticle('demo', 'from')).toEqual([]);
    const moved = await links.ofArticle('demo', 'into');
    expect(moved).toHaveLength(12);
    expect(moved.filter(({ principal }) => principal === 'bob').map(({ caseId }) => caseId)).toEqual(['c-1']);
  });

  it('counts the pattern as covered, so that nothing is written of it again', async () => {
    const { merge, patterns } = setup(into, from);
    await patterns.write(aPattern({ evidence: 'e-2' }), 0);

    await merge();

    expect(await patterns.find('demo', 'p-1')).toMatchObject({
      decidedOn: 'e-1',
      outcome: { kind: 'covered', articleId: 'into' },
    });
  });

  it('gives claims to a manual article that follow its text from then on', async () => {
    const { merge, ...world } = setup(into, from);
    await merge();

    const edited = await replaceArticle(world)(
      aCaller(),
      'into',
      articleContent({ content: 'Other \\*one\\*.\n\nMine.' }),
    );

    expect(edited.claims).toEqual([claim('Other *one*.', 'c-3')]);
  });

  it('does it once, asked twice or after a crash', async () => {
    const { merge, articles, patterns, kinds, ...world } = setup(into, from);
    await patterns.write(aPattern(), 0);
    const dead = { ...patterns, write: () => Promise.reject(new Error('crashed')) };
    const crashing = mergeArticles({ ...world, articles, patterns: dead });
    await expect(crashing(aCaller(), 'from', { into: 'into' })).rejects.toThrow('crashed');

    await merge();
    await merge();

    expect(await articles.find('demo', 'into')).toMatchObject({ version: 2 });
    expect(await kinds('into')).toEqual(['absorbed']);
    expect(await patterns.find('demo', 'p-1')).toMatchObject({ outcome: { kind: 'covered' } });
  });

  it('reads and decides again when one of the two was changed meanwhile', async () => {
    const { merge, articles, ...world } = setup(into, from);
    let raced = false;
    const racing: typeof articles = {
      ...articles,
      async write(writes) {
        if (!raced) {
          raced = true;
          const content = articleContent({ content: '- Newer.' });
          await articles.write(written({ ...into, content, claims: [], version: 2 }, 1));
        }
        await articles.write(writes);
      },
    };

    await mergeArticles({ ...world, articles: racing })(aCaller(), 'from', { into: 'into' });

    const after = await articles.find('demo', 'into');
    expect(after).toMatchObject({ version: 3 });
    expect(after?.deleted === false && after.content.content).toContain('- Newer.');
    expect(merge).toBeDefined();
  });

  it.each([
    ['itself', 'from', 'from', 'invalid_request'],
    ['nobody', 'from', 'nobody', 'not_found'],
    ['what is archived', 'from', 'gone', 'conflict'],
    ['an article of nobody', 'nobody', 'into', 'not_found'],
    ['an archived article', 'gone', 'into', 'conflict'],
    ['an article of another tenant', 'from', 'foreign', 'not_found'],
  ])('refuses %s', async (_, id, target, code) => {
    const gone = anArticle({ id: 'gone', state: 'archived' });
    const { merge, articles } = setup(into, from, gone, { ...into, id: 'foreign', tenant: 'other' });

    await expect(merge(id, target)).rejects.toMatchObject({ code });
    expect(await articles.find('demo', 'into')).toEqual(into);
    expect(await articles.find('demo', 'from')).toEqual(from);
  });

  it('refuses another version, what would be too long, and what only those who publish may touch', async () => {
    const long = { ...into, id: 'long', content: articleContent({ content: 'x'.repeat(249_990) }) };
    const ruled = { ...into, id: 'ruled', content: articleContent({ governance: 'compliance_based' }) };
    const { merge } = setup(into, from, long, ruled);

    await expect(merge('from', 'into', 7)).rejects.toMatchObject({ code: 'version_mismatch' });
    await expect(merge('from', 'long')).rejects.toMatchObject({ code: 'conflict' });
    await expect(merge('from', 'ruled')).rejects.toMatchObject({ code: 'forbidden' });
  });
});
