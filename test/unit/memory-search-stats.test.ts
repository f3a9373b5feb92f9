import { feedbackStoreContract } from '#test/contract/feedback-store.contract.ts';
import { searchStatsContract } from '#test/contract/search-stats.contract.ts';
import { memoryFeedbackStore } from '#test/support/memory-feedback-store.ts';
import { memorySearchStats } from '#test/support/memory-search-stats.ts';

searchStatsContract('memory', async () => memorySearchStats());
feedbackStoreContract('memory', async () => memoryFeedbackStore());
