import { importBooksContract } from '#test/contract/import-books.contract.ts';
import { memoryImportBooks } from '#test/support/memory-import-books.ts';

importBooksContract('memory', async () => memoryImportBooks());
