import { embeddingStoreContract } from '#test/contract/embedding-store.contract.ts';
import { memoryEmbeddingStore } from '#test/support/memory-embedding-store.ts';

embeddingStoreContract('memory', async () => memoryEmbeddingStore());
