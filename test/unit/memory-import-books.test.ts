import { importBooksContract } from '#test/contract/import-books.contract.ts';
import { importRetriesContract } from '#test/contract/import-retries.contract.ts';
import { memoryImportBooks } from '#test/support/memory-import-books.ts';

importBooksContract('memory', async () => memoryImportBooks());
importRetriesContract('memory', async () => memoryImportBooks());
