import { describe, expect, it } from 'vitest';
import type { ReviewReason } from '#contracts/article-review.ts';
import { listReviewQueue } from '#core/use-cases/list-review-queue.ts';
import { aGeneration } from '#test/support/a-generation.ts';
import { anArticle, articleContent } from '#test/support/an-article.ts';
import { setupReview } from './setup-review.ts';

const waiting = (id: string, reasons: readonly ReviewReason[], casesAMonth?: number) =>
  anArticle({
    id,
    generation: aGeneration({ cases: 24, cases_a_month: casesAMonth }),
    content: articleContent({ category: id }),
    review: { points: reasons.map((reason) => ({ reason, since: '2026-02-01T00:00:00.000Z' })) },
  });

const setup = (...rows: readonly ReturnType<typeof waiting>[]) => {
  const world = setupReview(...rows);
  return { ...world, list: listReviewQueue({ ...world, minutesACase: 20 }) };
};

describe('listReviewQueue', () => {
  it('says how many minutes a decision saves, and why', async () => {
    const { list } = setup(
      waiting('draft', ['duplicate', 'new_draft'], 3.456),
      waiting('reused', ['enough_reuse'], 100),
      waiting('untimed', ['changed_evidence']),
      anArticle({ id: 'manual', review: waiting('x', ['duplicate']).review }),
    );

    const { items, next } = await list('demo', { limit: 9 });

    expect(items.map(({ id, minutes_saved, why }) => [id, minutes_saved, why])).toEqual([
      ['reused', 500, { cases_a_month: 100, minutes_a_case: 20, reason: 'enough_reuse', share: 0.25 }],
      ['draft', 69, { cases_a_month: 3.46, minutes_a_case: 20, reason: 'new_draft', share: 1 }],
      ['untimed', 20, { cases_a_month: 2, minutes_a_case: 20, reason: 'changed_evidence', share: 0.5 }],
      ['manual', 0, { cases_a_month: 0, minutes_a_case: 20, reason: 'duplicate', share: 0.25 }],
    ]);
    expect(items[0]).not.toHaveProperty('content');
    expect(next).toBeUndefined();
  });

  it('pages without gaps or doubles, also while what was read is decided', async () => {
    const { list, articles } = setup(
      ...Array.from({ length: 7 }, (_, n) => waiting(`w-${n}`, ['new_draft'], 7 - n)),
    );
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await list('demo', { limit: 2, after });
      seen.push(...page.items.map(({ id }) => id));
      const row = await articles.find('demo', page.items[0]!.id);
      if (row?.deleted !== false) throw new Error('gone');
      const decided = { ...row, review: undefined, version: 2 };
      const change = { kind: 'approved', by: { kind: 'principal', id: 'x' } } as const;
      await articles.write([{ row: decided, expected: 1, change }]);
      after = page.next;
    } while (after !== undefined);

    expect(seen).toEqual(['w-0', 'w-1', 'w-2', 'w-3', 'w-4', 'w-5', 'w-6']);
  });

  it('leaves out what the desk still shows although it was decided, and fills the page', async () => {
    const world = setup(waiting('a', ['new_draft'], 3), waiting('b', ['new_draft'], 2));
    const stale = ['decided', 'deleted', 'a', 'b'].map((id) => ({ id, place: id }));
    const desk = {
      queue: async (_: string, { limit, after }: { limit: number; after?: string | undefined }) => {
        const from = after === undefined ? 0 : stale.findIndex(({ place }) => place === after) + 1;
        const entries = stale.slice(from, from + limit);
        return { entries, next: from + limit < stale.length ? entries.at(-1)?.place : undefined };
      },
    };
    const list = listReviewQueue({ articles: world.articles, desk, minutesACase: 20 });

    expect((await list('demo', { limit: 2 })).items.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('asks for a reason and a category, of the tenant only', async () => {
    const { list } = setup(waiting('x', ['duplicate']), waiting('y', ['new_draft']), {
      ...waiting('z', ['duplicate']),
      tenant: 'other',
    });
    const ids = async (tenant: string, query: object) =>
      (await list(tenant, { limit: 9, ...query })).items.map(({ id }) => id);

    expect(await ids('demo', { reason: 'duplicate' })).toEqual(['x']);
    expect(await ids('demo', { category: 'y' })).toEqual(['y']);
    expect(await ids('other', {})).toEqual(['z']);
  });
});
