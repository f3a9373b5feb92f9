import { articleDeskContract } from '#test/contract/article-desk.contract.ts';
import { articleStoreContract } from '#test/contract/article-store.contract.ts';
import { articleVersionsContract } from '#test/contract/article-versions.contract.ts';
import { memoryArticles } from '#test/support/memory-articles.ts';

articleStoreContract('memory', async () => memoryArticles().articles);
articleVersionsContract('memory', async () => memoryArticles());
articleDeskContract('memory', async () => memoryArticles());
