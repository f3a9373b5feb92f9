import { rememberingQueryEmbedder } from '#adapters/embedded/remembering-query-embedder.ts';
import { lruHitMemory } from '#adapters/system/lru-hit-memory.ts';
import { hmacSigner } from '#adapters/system/hmac-signer.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import type { SearchEvent } from '#contracts/search-event.ts';
import type { CaseRow } from '#core/cases/case-row.ts';
import { projectRecords } from '#core/use-cases/project-records.ts';
import { countedIds } from '#test/support/counted-ids.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { knownWordsEmbedder } from '#test/support/known-words-embedder.ts';
import { memoryArticleStore } from '#test/support/memory-article-store.ts';
import { memoryCaseStore } from '#test/support/memory-case-store.ts';
import { memoryFeedbackStore } from '#test/support/memory-feedback-store.ts';
import { memorySearchIndex } from '#test/support/memory-search-index.ts';
import { memorySearchStats } from '#test/support/memory-search-stats.ts';
import { oneGeneration } from '#test/support/one-generation.ts';

/** Cases and no article yet, projected into an index in memory, with all that a search needs. */
export const setupSearch = async (...rows: readonly CaseRow[]) => {
  const [cases, articles] = [memoryCaseStore(rows), memoryArticleStore()];
  const index = memorySearchIndex();
  const model = knownWordsEmbedder('toner', 'drum', 'vpn', 'password');
  const project = projectRecords({ cases, articles, ...oneGeneration(index, model) });
  if (rows.length > 0) await project(rows.map(({ tenant, id }) => ({ tenant, kind: 'case', id })));
  const events: SearchEvent[] = [];
  const faults: Readonly<Record<string, unknown>>[] = [];
  const embedder = rememberingQueryEmbedder(model);
  const target = { index, embedder };
  return {
    cases,
    articles,
    index,
    model,
    project,
    embedder,
    hitMemory: lruHitMemory(),
    faults: {
      record: (event: string, detail: Readonly<Record<string, unknown>>) =>
        void faults.push({ event, ...detail }),
    },
    /** What was logged as going wrong. */
    recordedFaults: faults,
    target: async () => target,
    hasher: nodeHasher,
    clock: fixedClock(),
    ids: countedIds(),
    signer: hmacSigner(new Uint8Array(32).fill(7)),
    searchLog: { record: (event: SearchEvent) => void events.push(event) },
    /** What was logged. */
    events,
    stats: memorySearchStats(),
    feedback: memoryFeedbackStore(),
  };
};
