import { articleLinksContract } from '#test/contract/article-links.contract.ts';
import { knowledgeBooksContract } from '#test/contract/knowledge-books.contract.ts';
import { tiesContract } from '#test/contract/ties.contract.ts';
import { memoryKnowledgeBooks } from '#test/support/memory-knowledge-books.ts';
import { memoryLinks } from '#test/support/memory-links.ts';

articleLinksContract('memory', async () => memoryLinks());
tiesContract('memory', async () => memoryLinks());
knowledgeBooksContract('memory', async () => memoryKnowledgeBooks());
