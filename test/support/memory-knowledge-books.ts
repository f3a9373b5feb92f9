import type { ArticleCard } from '#core/metrics/article-card.ts';
import type { DayNotes, KnowledgeBooks, Note } from '#core/ports/knowledge-books.ts';

/** The books in memory, a twin of the table for unit tests. */
export const memoryKnowledgeBooks = (): KnowledgeBooks => {
  const cards = new Map<string, { tenant: string; card: ArticleCard }>();
  const days = new Map<string, Map<string, Record<Note, Set<string>>>>();
  const daysOf = (tenant: string) => {
    const own = days.get(tenant) ?? new Map<string, Record<Note, Set<string>>>();
    days.set(tenant, own);
    return own;
  };
  return {
    async putCard(tenant, card) {
      const key = JSON.stringify([tenant, card.articleId]);
      const known = cards.get(key)?.card;
      if (known && known.version > card.version) return;
      const publishedAt = known?.publishedAt ?? card.publishedAt;
      cards.set(key, { tenant, card: { ...card, publishedAt } });
    },
    cards: async (tenant) =>
      [...cards.values()].flatMap((own) =>
        own.tenant === tenant && own.card.state !== undefined ? [own.card] : [],
      ),
    async note(tenant, notes) {
      for (const { day, note, token } of notes) {
        const own = daysOf(tenant).get(day) ?? { resolved: new Set(), linked: new Set(), reused: new Set() };
        own[note].add(token);
        daysOf(tenant).set(day, own);
      }
    },
    async takeBack(tenant, { day, note, token }) {
      daysOf(tenant).get(day)?.[note].delete(token);
    },
    between: async (tenant, from, to) =>
      [...daysOf(tenant)]
        .filter(([day]) => day >= from && day <= to)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([day, own]): DayNotes => ({ day, ...own })),
  };
};
