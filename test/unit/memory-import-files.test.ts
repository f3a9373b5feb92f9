import { importFilesContract } from '#test/contract/import-files.contract.ts';
import { memoryImportFiles } from '#test/support/memory-import-files.ts';

importFilesContract('memory', async () => memoryImportFiles());
