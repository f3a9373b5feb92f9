import { searchIndexContract } from '#test/contract/search-index.contract.ts';
import { memorySearchIndex } from '#test/support/memory-search-index.ts';

searchIndexContract('memory', async () => memorySearchIndex());
