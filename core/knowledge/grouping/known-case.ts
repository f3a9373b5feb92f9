import type { CaseContent } from '#contracts/case.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import type { CategoryHint } from '../categories/category-words.ts';
import { termedCase, type TermedCase } from '../pattern-case.ts';

/** A resolved case as grouping remembers it: no text of it, only its terms and what its pattern is described by. */
export type KnownCase = TermedCase & {
  readonly contentHash: string;
  readonly product?: string | undefined;
  readonly hint?: CategoryHint | undefined;
};

/** Reads a row for grouping; undefined for a case that is not resolved, or says nothing about how. */
export const knownCase = (
  { id, contentHash, content }: LivingCase,
  resolved: ReadonlySet<string>,
  hintOf: (content: CaseContent) => CategoryHint | undefined,
): KnownCase | undefined => {
  const { status, title = '', description = '', resolution = '', customer, product } = content;
  if (!resolved.has(status) || resolution.trim() === '') return undefined;
  const termed = termedCase({ id, customer, problem: `${title}\n${description}`, remedy: resolution });
  return { ...termed, contentHash, product, hint: hintOf(content) };
};
