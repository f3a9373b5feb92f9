import { eventJournalContract } from '#test/contract/event-journal.contract.ts';
import { memoryArticleStore } from '#test/support/memory-article-store.ts';
import { memoryCaseStore } from '#test/support/memory-case-store.ts';
import { memoryEventJournal } from '#test/support/memory-event-journal.ts';

eventJournalContract('memory', async () => {
  const stores = { cases: memoryCaseStore(), articles: memoryArticleStore() };
  return { journal: memoryEventJournal(stores), ...stores };
});
