import { rememberingQueryEmbedder } from '#adapters/embedded/remembering-query-embedder.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import type { CaseRow } from '#core/cases/case-row.ts';
import { projectRecords } from '#core/use-cases/project-records.ts';
import { countedIds } from '#test/support/counted-ids.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { knownWordsEmbedder } from '#test/support/known-words-embedder.ts';
import { memoryCaseStore } from '#test/support/memory-case-store.ts';
import { memorySearchIndex } from '#test/support/memory-search-index.ts';

/** Cases, projected into an index in memory, with all that a search needs. */
export const setupSearch = async (...rows: readonly CaseRow[]) => {
  const cases = memoryCaseStore(rows);
  const index = memorySearchIndex();
  const model = knownWordsEmbedder('toner', 'drum', 'vpn', 'password');
  const project = projectRecords({ cases, index, embedder: model });
  if (rows.length > 0) await project(rows);
  const embedder = rememberingQueryEmbedder(model);
  return {
    cases,
    index,
    model,
    project,
    embedder,
    hasher: nodeHasher,
    clock: fixedClock(),
    ids: countedIds(),
  };
};
