import { principalStoreContract } from '#test/contract/principal-store.contract.ts';
import { memoryPrincipalStore } from '#test/support/memory-principal-store.ts';

principalStoreContract('memory', async (principals) => memoryPrincipalStore(principals));
