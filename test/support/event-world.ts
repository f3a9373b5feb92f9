import type { LivingArticle } from '#core/articles/article-row.ts';
import type { CaseRow } from '#core/cases/case-row.ts';
import type { EventJournal } from '#core/ports/event-journal.ts';
import type { Tombstone } from '#core/records/stored-row.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { applyEvents } from '#core/use-cases/apply-events.ts';
import type { IncomingEvent } from '#core/events/incoming-event.ts';
import { aCaller } from './a-caller.ts';
import { fixedClock } from './fixed-clock.ts';
import { memoryArticleStore } from './memory-article-store.ts';
import { memoryCaseStore } from './memory-case-store.ts';
import { memoryEventJournal } from './memory-event-journal.ts';

type Stored = {
  readonly cases?: readonly CaseRow[];
  readonly articles?: readonly (LivingArticle | Tombstone)[];
  /** What stands between the use case and the journal. */
  readonly through?: (journal: EventJournal) => EventJournal;
};

/** Everything that events need, in memory, at 2026-03-01T12:00:00Z. */
export const eventWorld = ({
  cases: first,
  articles: written,
  through = (journal) => journal,
}: Stored = {}) => {
  const stores = { cases: memoryCaseStore(first), articles: memoryArticleStore(written) };
  const clock = fixedClock();
  const deps = {
    ...stores,
    journal: through(memoryEventJournal(stores)),
    clock,
    hasher: nodeHasher,
    languages: { detect: () => undefined },
    pause: { before: async () => undefined },
  };
  const apply = applyEvents(deps);
  return {
    ...deps,
    apply: (tenant: string, events: readonly IncomingEvent[]) =>
      apply(aCaller({ tenant, principal: 'a-source' }), events),
  };
};
