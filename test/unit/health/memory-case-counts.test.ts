import { caseCountsContract } from '#test/contract/case-counts.contract.ts';
import { memoryCaseCounts } from '#test/support/memory-case-counts.ts';
import { memoryCaseStore } from '#test/support/memory-case-store.ts';

caseCountsContract('memory', async () => {
  const cases = memoryCaseStore();
  return { cases, counts: memoryCaseCounts(cases) };
});
