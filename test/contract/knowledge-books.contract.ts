import { describe, expect, it } from 'vitest';
import type { ArticleCard } from '#core/metrics/article-card.ts';
import type { DayNote, KnowledgeBooks } from '#core/ports/knowledge-books.ts';

const card = (overrides: Partial<ArticleCard> = {}): ArticleCard => ({
  articleId: 'a-1',
  version: 1,
  state: 'work_in_progress',
  patternId: undefined,
  draftedAt: '2026-03-01T12:00:00.000Z',
  publishedAt: undefined,
  waitingSince: undefined,
  costMicroUsd: undefined,
  ...overrides,
});
const note = (overrides: Partial<DayNote> = {}): DayNote => ({
  day: '2026-03-01',
  note: 'resolved',
  token: 'aaaa',
  ...overrides,
});

/** What every KnowledgeBooks must do; `create` makes empty ones. */
export const knowledgeBooksContract = (name: string, create: () => Promise<KnowledgeBooks>): void => {
  describe(`KnowledgeBooks: ${name}`, () => {
    it('give back cards to their tenant', async () => {
      const books = await create();
      const full = card({
        articleId: 'a#2',
        state: 'not_validated',
        patternId: 'p-1',
        publishedAt: '2026-03-02T12:00:00.000Z',
        waitingSince: '2026-03-03T12:00:00.000Z',
        costMicroUsd: 1_234,
      });
      await books.putCard('demo', card());
      await books.putCard('demo', full);

      expect(new Set(await books.cards('demo'))).toEqual(new Set([card(), full]));
      expect(await books.cards('other')).toEqual([]);
    });

    it('keep the newest card, whatever comes late, and when the article was first published', async () => {
      const books = await create();
      const first = '2026-03-02T12:00:00.000Z';
      const later = { version: 4, state: 'validated', publishedAt: '2026-03-09T12:00:00.000Z' } as const;
      await books.putCard('demo', card({ version: 2, state: 'not_validated', publishedAt: first }));
      await books.putCard('demo', card({ version: 3, waitingSince: first }));
      await books.putCard('demo', card(later));
      await books.putCard('demo', card({ version: 3, state: 'archived', waitingSince: first }));

      expect(await books.cards('demo')).toEqual([card({ ...later, publishedAt: first })]);
    });

    it('leave out the cards of deleted articles, which no older one brings back', async () => {
      const books = await create();
      await books.putCard('demo', card({ version: 2, state: undefined }));
      await books.putCard('demo', card());

      expect(await books.cards('demo')).toEqual([]);
    });

    it('count what was noted twice once, by day and kind', async () => {
      const books = await create();
      const many = Array.from({ length: 250 }, (_, n) => note({ token: `t-${n}` }));
      await books.note('demo', many);
      await Promise.all([
        books.note('demo', many),
        books.note('demo', [note({ note: 'linked', token: 't-1' })]),
      ]);
      await books.note('demo', [note({ note: 'reused', token: 'x.y', day: '2026-03-02' })]);

      const days = await books.between('demo', '2026-03-01', '2026-03-02');
      expect(days.map(({ day }) => day)).toEqual(['2026-03-01', '2026-03-02']);
      expect(days[0]!.resolved.size).toBe(250);
      expect([...days[0]!.linked]).toEqual(['t-1']);
      expect([...days[1]!.reused]).toEqual(['x.y']);
      expect(await books.between('other', '2026-03-01', '2026-03-02')).toEqual([]);
    });

    it('take many days at once', async () => {
      const books = await create();
      const days = Array.from({ length: 130 }, (_, n) =>
        new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10),
      );
      await books.note(
        'demo',
        days.map((day) => note({ day })),
      );

      const found = await books.between('demo', '2026-01-01', '2026-12-31');
      expect(found.map(({ day }) => day)).toEqual(days);
    });

    it('take a note back, once or twice', async () => {
      const books = await create();
      await books.note('demo', [note(), note({ token: 'bbbb' })]);
      await books.takeBack('demo', note());
      await books.takeBack('demo', note());
      await books.takeBack('demo', note({ day: '2026-04-01' }));

      const [day] = await books.between('demo', '2026-03-01', '2026-03-01');
      expect([...day!.resolved]).toEqual(['bbbb']);
    });
  });
};
