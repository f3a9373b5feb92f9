import { DomainError } from '#core/domain-error.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { EventChange, EventJournal } from '#core/ports/event-journal.ts';

/** Events in memory beside twins of the tables, for unit tests. */
export const memoryEventJournal = (stores: { cases: CaseStore; articles: ArticleStore }): EventJournal => {
  const known = new Map<string, number>();

  const write = (change: EventChange): Promise<void> =>
    change.kind === 'case'
      ? stores.cases.write(change.row, change.expected)
      : stores.articles.write([change]);

  return {
    async commit({ tenant, eventId, now, until, change }) {
      const key = JSON.stringify([tenant, eventId]);
      if ((known.get(key) ?? 0) > now) return 'duplicate';
      known.set(key, until);
      try {
        if (change) await write(change);
        return 'committed';
      } catch (error) {
        known.delete(key);
        if (error instanceof DomainError && error.code === 'version_mismatch') return 'stale';
        throw error;
      }
    },
  };
};
