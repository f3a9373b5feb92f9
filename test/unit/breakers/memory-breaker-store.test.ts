import { breakerStoreContract } from '#test/contract/breaker-store.contract.ts';
import { memoryBreakerStore } from '#test/support/memory-breaker-store.ts';

breakerStoreContract('memory', async () => memoryBreakerStore());
