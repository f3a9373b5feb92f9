import { describe, expect, it } from 'vitest';
import { ArticleReplacement, NewArticle } from '#contracts/article.ts';
import { ArticleListQuery } from '#contracts/article-list.ts';

const paths = (result: { error?: { issues: { path: PropertyKey[] }[] } | undefined }): string[] =>
  result.error?.issues.map(({ path }) => path.join('.')) ?? [];
const LEAST = { title: 't', content: 'c' };

describe('NewArticle', () => {
  it('fills in audience and governance', () => {
    expect(NewArticle.parse(LEAST)).toEqual({
      ...LEAST,
      audience: 'internal',
      governance: 'experience_based',
    });
  });

  it.each([
    [{}, ['title', 'content']],
    [{ ...LEAST, title: '  ' }, ['title']],
    [{ ...LEAST, content: '' }, ['content']],
    [{ ...LEAST, title: 'x'.repeat(501) }, ['title']],
    [{ ...LEAST, content: 'x'.repeat(250_001) }, ['content']],
    [{ ...LEAST, summary: 'x'.repeat(2_001) }, ['summary']],
    [{ ...LEAST, audience: 'everybody' }, ['audience']],
    [{ ...LEAST, governance: 'none' }, ['governance']],
    [{ ...LEAST, tags: Array.from({ length: 51 }, () => 't') }, ['tags']],
    [{ ...LEAST, id: 'a\nb' }, ['id']],
    [{ ...LEAST, state: 'validated' }, ['']],
    [{ ...LEAST, claims: [] }, ['']],
  ])('refuses %j', (body, expected) => {
    expect(paths(NewArticle.safeParse(body))).toEqual(expected);
  });
});

describe('ArticleReplacement', () => {
  it('takes what a read answered, and no field beyond', () => {
    const read = { ...NewArticle.parse(LEAST), id: 'a', state: 'archived', source: 'manual', version: 3 };

    const sentBack = { ...read, claims: [], created_at: 'x', updated_at: 'x' };
    expect(ArticleReplacement.safeParse(sentBack).success).toBe(true);
    expect(ArticleReplacement.safeParse({ ...sentBack, colour: 'red' }).success).toBe(false);
  });
});

describe('ArticleListQuery', () => {
  it.each([{ state: 'draft' }, { audience: 'x' }, { full: '1' }, { updated_from: 'x' }, { colour: 'red' }])(
    'refuses %j',
    (query) => {
      expect(ArticleListQuery.safeParse(query).success).toBe(false);
    },
  );
});
