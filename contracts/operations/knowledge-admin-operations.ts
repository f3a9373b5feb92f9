import { KnowledgeBudget, KnowledgeEstimate, NewKnowledgeBudget } from '../knowledge-admin.ts';
import type { OperationContract } from './operation-contract.ts';

/** The operations under `/admin/knowledge`. */
export const knowledgeAdminOperations = {
  estimateKnowledge: {
    tag: 'Knowledge',
    summary: 'What a run of `knowledge_generation` would take now',
    description:
      'By a sample of the patterns that are to be looked at: tokens from the lengths of their cases, money by the prices in the settings, time by how long a draft takes as a rule. What is charged is what the service counts.',
    answers: { 200: { description: 'The estimate for the tenant', body: KnowledgeEstimate } },
  },
  getKnowledgeBudget: {
    tag: 'Knowledge',
    summary: 'What drafts may cost this month, and have cost',
    answers: { 200: { description: "The tenant's budget", body: KnowledgeBudget } },
  },
  setKnowledgeBudget: {
    tag: 'Knowledge',
    summary: 'Set what drafts may cost in a month',
    description:
      'Holds from the next draft on. Patterns that waited for money are taken up by the next run of the job.',
    body: NewKnowledgeBudget,
    answers: { 200: { description: 'The budget as it is now', body: KnowledgeBudget } },
  },
} as const satisfies Record<string, OperationContract>;
