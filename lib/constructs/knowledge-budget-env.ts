import type { KnowledgeSettings } from '#config/knowledge-settings.ts';

/** The variable that tells a function what drafts of articles may cost. */
export const knowledgeBudgetEnv = ({
  budget: { monthlyUsd, runUsd },
}: Pick<KnowledgeSettings, 'budget'>): Readonly<Record<string, string>> => ({
  KNOWLEDGE_BUDGET: JSON.stringify({ monthly_usd: monthlyUsd, run_usd: runUsd }),
});
