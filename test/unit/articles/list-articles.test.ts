import { describe, expect, it } from 'vitest';
import type { Role } from '#contracts/role.ts';
import { ArticleState } from '#contracts/article-state.ts';
import { listArticles, type ArticleList } from '#core/use-cases/list-articles.ts';
import { anArticle, articleContent } from '#test/support/an-article.ts';
import { written } from '#test/support/written.ts';
import { setupSearch } from '#test/unit/search/setup-search.ts';

const day = (n: number): string => `2026-01-0${n}T00:00:00.000Z`;

/** One article of each state, `not_validated` of product x; the newest is archived. */
const setup = async () => {
  const deps = await setupSearch();
  for (const [n, state] of ArticleState.options.entries()) {
    const content = articleContent({ product: state === 'not_validated' ? 'x' : 'y' });
    await deps.articles.write(written(anArticle({ id: state, state, updatedAt: day(n + 1), content })));
    await deps.project([{ tenant: 'demo', kind: 'article', id: state }]);
  }
  const list = listArticles(deps);
  const ids = async (role: Role, asked: Partial<ArticleList> = {}, tenant = 'demo') => {
    const wanted = { state: undefined, filters: {}, limit: 10, ...asked };
    return (await list(tenant, wanted, [role])).rows.map(({ id }) => id);
  };
  return { ...deps, list, ids };
};

describe('listArticles', () => {
  it('shows all to those who write articles and what is published to others, newest first', async () => {
    const { ids } = await setup();

    expect(await ids('engineer')).toEqual(['archived', 'validated', 'not_validated', 'work_in_progress']);
    expect(await ids('viewer')).toEqual(['validated', 'not_validated']);
    expect(await ids('engineer', {}, 'other')).toEqual([]);
  });

  it('shows a state that is asked for to those who may see it', async () => {
    const { ids } = await setup();

    expect(await ids('engineer', { state: 'archived' })).toEqual(['archived']);
    expect(await ids('viewer', { state: 'archived' })).toEqual([]);
    expect(await ids('viewer', { state: 'validated' })).toEqual(['validated']);
  });

  it('filters', async () => {
    const { ids } = await setup();

    expect(await ids('engineer', { filters: { product: ['y'] } })).toEqual([
      'archived',
      'validated',
      'work_in_progress',
    ]);
    expect(await ids('viewer', { filters: { product: ['y'] } })).toEqual(['validated']);
  });

  it('shows a reader nothing that was withdrawn since it was indexed', async () => {
    const { articles, ids } = await setup();
    await articles.write(
      written(anArticle({ id: 'validated', version: 2, state: 'archived', updatedAt: day(9) }), 1),
    );

    expect(await ids('viewer')).toEqual(['not_validated']);
  });

  it('ends a filtered page before 4 MiB and goes on where it ended', async () => {
    const { list, articles, project } = await setup();
    const content = articleContent({ content: '€'.repeat(250_000), product: 'long' });
    const long = Array.from({ length: 8 }, (_, n) => `long-${n}`);
    for (const id of long) {
      await articles.write(written(anArticle({ id, content, updatedAt: day(7) })));
      await project([{ tenant: 'demo', kind: 'article', id }]);
    }
    const wanted = { state: undefined, filters: { product: ['long'] }, limit: 100 };

    const first = await list('demo', wanted, ['viewer']);
    const second = await list('demo', { ...wanted, after: first.next }, ['viewer']);

    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(long.toReversed());
    expect([first.rows.length, second.next]).toEqual([5, undefined]);
  });
});
