import { budgetsContract } from '#test/contract/budgets.contract.ts';
import { memoryBudgets } from '#test/support/memory-budgets.ts';

budgetsContract('memory', async () => memoryBudgets());
