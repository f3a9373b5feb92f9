import { PatternDetail, PatternListQuery, PatternPageView, PatternPath } from '../pattern.ts';
import { PatternWhy } from '../pattern-why.ts';
import type { OperationContract } from './operation-contract.ts';

/** The operations under `/patterns`. */
export const patternOperations = {
  listPatterns: {
    tag: 'Knowledge',
    summary: 'List patterns of resolved cases',
    description:
      'Groups of resolved cases with the same problem and the same resolution, by id, and what became of each. A page may be shorter than `limit`, only the absence of `next_cursor` tells the end.',
    query: PatternListQuery,
    answers: { 200: { description: 'A page of patterns', body: PatternPageView } },
  },
  getPattern: {
    tag: 'Knowledge',
    summary: 'Read a pattern with the ids of its cases',
    path: PatternPath,
    answers: { 200: { description: 'The pattern', body: PatternDetail } },
    refusals: ['not_found'],
  },
  explainPattern: {
    tag: 'Knowledge',
    summary: 'Why the cases of a pattern are together',
    description:
      'The nearest pairs with the words that they share, the wordings of the remedy and the cases that join them, the thresholds in force when it was grouped, and what keeps it apart from patterns told nearly alike.',
    path: PatternPath,
    answers: { 200: { description: 'The reasons', body: PatternWhy } },
    refusals: ['not_found'],
  },
} as const satisfies Record<string, OperationContract>;
