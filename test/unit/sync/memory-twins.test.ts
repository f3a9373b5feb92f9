import type { CaseRow } from '#core/cases/case-row.ts';
import { caseOriginsContract } from '#test/contract/case-origins.contract.ts';
import { productStoreContract } from '#test/contract/product-store.contract.ts';
import { syncCursorsContract } from '#test/contract/sync-cursors.contract.ts';
import { memoryCaseOrigins } from '#test/support/memory-case-origins.ts';
import { memoryCaseStore } from '#test/support/memory-case-store.ts';
import { memoryProductStore } from '#test/support/memory-product-store.ts';
import { memorySyncCursors } from '#test/support/memory-sync-cursors.ts';

syncCursorsContract('in memory', async () => memorySyncCursors());
productStoreContract('in memory', async () => memoryProductStore());
caseOriginsContract('in memory', async () => {
  const rows = new Map<string, CaseRow>();
  const cases = memoryCaseStore();
  return {
    origins: memoryCaseOrigins(rows),
    cases: {
      ...cases,
      async write(row, expected) {
        await cases.write(row, expected);
        rows.set(`${row.tenant}#${row.id}`, row);
      },
    },
  };
});
