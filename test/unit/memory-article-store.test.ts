import { articleStoreContract } from '#test/contract/article-store.contract.ts';
import { memoryArticleStore } from '#test/support/memory-article-store.ts';

articleStoreContract('memory', async () => memoryArticleStore());
