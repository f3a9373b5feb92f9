import { caseStoreContract } from '#test/contract/case-store.contract.ts';
import { memoryCaseStore } from '#test/support/memory-case-store.ts';

caseStoreContract('memory', async () => memoryCaseStore());
