import { resolvedCountsContract } from '#test/contract/resolved-counts.contract.ts';
import { memoryResolvedCounts } from '#test/support/memory-resolved-counts.ts';

resolvedCountsContract('memory', async () => memoryResolvedCounts());
