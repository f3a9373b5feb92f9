import type { RefusalReason } from '#contracts/refusal-reason.ts';
import type { KnowledgeSufficiency } from '#contracts/knowledge-sufficiency.ts';
import type { Evidence } from './evidence.ts';
import { readPattern, type ReadPattern } from './extractive/read-pattern.ts';
import { sureOf } from './extractive/sure-of.ts';
import { shownTitle } from './extractive/shown-title.ts';

/** Whether an article can be written from the evidence; if not, what the next cases would have to answer. */
export type Sufficiency =
  | { readonly sufficient: true }
  | { readonly sufficient: false; readonly reason: RefusalReason; readonly questions: readonly string[] };

/** What an article needs, in the order in which it is missed: without a fix nobody can tell what was its cause. */
const ESSENTIALS = [
  {
    role: 'fix',
    reason: 'no_fix',
    ask: (it: string) => `What was done to mend ${it}? Tell it step by step, with the commands and settings.`,
  },
  { role: 'cause', reason: 'no_cause', ask: (it: string) => `What made ${it} happen? Name the cause.` },
  {
    role: 'diagnosis',
    reason: 'no_diagnosis',
    ask: (it: string) => `How was the cause of ${it} found out? Tell what was looked at and what it showed.`,
  },
  {
    role: 'verification',
    reason: 'not_verified',
    ask: (it: string) => `How was it seen that ${it} was mended, and for how long did it hold?`,
  },
] as const;

/**
 * Judges whether the cases of a pattern tell enough: a cause, how it was found out, a fix, and that it held. A refusal
 * names what is missing first, and asks for all that is missing.
 */
export const sufficiencyOf = (evidence: Evidence, { told, ofCases }: KnowledgeSufficiency): Sufficiency => {
  const pattern = readPattern(evidence);
  const least = evidence.size < ofCases ? 1 : told;
  const missing = ESSENTIALS.filter(({ role }) => casesThat(pattern, role) < least);
  const [first] = missing;
  if (!first) return { sufficient: true };
  const it = problemOf(evidence, pattern);
  return { sufficient: false, reason: first.reason, questions: missing.map(({ ask }) => ask(it)) };
};

const casesThat = ({ solutions, cases }: ReadPattern, role: (typeof ESSENTIALS)[number]['role']): number =>
  sureOf(
    role,
    solutions,
    cases.map(({ solution }) => solution),
  ).size;

const problemOf = (evidence: Evidence, pattern: ReadPattern): string => {
  const title = shownTitle(evidence, pattern);
  if (title !== undefined) return `“${title}”`;
  return evidence.product === undefined ? 'this problem' : `this problem of ${evidence.product}`;
};
