import { describe, expect, it } from 'vitest';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { EventEntry, EventJournal } from '#core/ports/event-journal.ts';
import { aCase, aDeletedCase } from '#test/support/a-case.ts';
import { anArticle } from '#test/support/an-article.ts';

/** A journal and the stores that its rows go to. */
type Journal = { journal: EventJournal; cases: CaseStore; articles: ArticleStore };

const RECEIVED = { kind: 'received', by: { kind: 'principal', id: 'a-source' } } as const;
const SOURCE = '2026-02-01T00:00:00.000Z';

const anEntry = (overrides: Partial<EventEntry> = {}): EventEntry => ({
  tenant: 'demo',
  eventId: 'e-1',
  now: 1_000,
  until: 61_000,
  change: undefined,
  ...overrides,
});

/** What every journal of events must do; `create` makes an empty one. */
export const eventJournalContract = (name: string, create: () => Promise<Journal>): void => {
  describe(`EventJournal: ${name}`, () => {
    it('writes the row of an event with it, of every kind', async () => {
      const { journal, cases, articles } = await create();
      const row = aCase({ sourceUpdatedAt: SOURCE });
      const article = anArticle({ sourceUpdatedAt: SOURCE });
      const gone = aDeletedCase({ id: 'c-2', sourceUpdatedAt: SOURCE, bySource: true });

      const results = [
        await journal.commit(anEntry({ change: { kind: 'case', row, expected: 0 } })),
        await journal.commit(
          anEntry({
            eventId: 'e-2',
            change: { kind: 'article', row: article, expected: 0, change: RECEIVED },
          }),
        ),
        await journal.commit(anEntry({ eventId: 'e-3', change: { kind: 'case', row: gone, expected: 0 } })),
      ];

      expect(results).toEqual(['committed', 'committed', 'committed']);
      expect(await cases.find('demo', 'c-1')).toEqual(row);
      expect(await articles.find('demo', 'a-1')).toEqual(article);
      expect(await cases.find('demo', 'c-2')).toEqual(gone);
    });

    it('takes an event once, and again when its time is over', async () => {
      const { journal, cases } = await create();
      const change = { kind: 'case', row: aCase(), expected: 0 } as const;
      await journal.commit(anEntry());

      expect(await journal.commit(anEntry({ change, now: 60_999 }))).toBe('duplicate');
      expect(await cases.find('demo', 'c-1')).toBeUndefined();
      expect(await journal.commit(anEntry({ change, now: 61_000, until: 90_000 }))).toBe('committed');
    });

    it('gives an event to one of many who bring it at once', async () => {
      const { journal } = await create();

      const results = await Promise.all(Array.from({ length: 6 }, () => journal.commit(anEntry())));

      expect(results.toSorted()).toEqual(['committed', ...Array<string>(5).fill('duplicate')]);
    });

    it('remembers nothing when the row has moved', async () => {
      const { journal, cases } = await create();
      await cases.write(aCase(), 0);
      const row = aCase({ version: 3 });

      expect(await journal.commit(anEntry({ change: { kind: 'case', row, expected: 2 } }))).toBe('stale');
      expect(await journal.commit(anEntry({ change: { kind: 'case', row, expected: 1 } }))).toBe('committed');
      expect(await cases.find('demo', 'c-1')).toMatchObject({ version: 3 });
    });

    it('holds the events of tenants apart', async () => {
      const { journal } = await create();
      await journal.commit(anEntry());

      expect(await journal.commit(anEntry({ tenant: 'other' }))).toBe('committed');
    });
  });
};
