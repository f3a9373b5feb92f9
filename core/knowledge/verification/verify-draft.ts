import type { ArticleDraft, Section, Statement } from '#core/knowledge/article-draft.ts';
import type { Evidence } from '#core/knowledge/evidence.ts';
import { checkHeading } from './check-heading.ts';
import { createStatementCheck } from './check-statement.ts';
import { checkTag } from './check-tag.ts';
import { readEvidence, type ReadEvidence } from './read-evidence.ts';
import type { RemovalReason, Removed, Replaced, Verified } from './verified.ts';

const MOST_STATEMENTS = 200;
const MOST_TAGS = 50;
/** Without these there is no article. */
const NEEDED: readonly Section[] = ['cause', 'step'];
/** Where a title is taken from when the writer's does not stand, the best first. */
const TITLES: readonly Section[] = ['problem', 'symptom', 'cause', 'step', 'environment', 'verification'];
const LONGEST_TITLE = 200;

/**
 * Holds a draft against the evidence, whoever wrote it: every statement must rest on words that stand in a case of the
 * pattern, say nothing beyond them, and be fit for readers. What does not stand is taken away with its reason; without a
 * cause, without steps or without a title there is no article. Verifying what is verified changes nothing.
 */
export const verifyDraft = (draft: ArticleDraft, evidence: Evidence): Verified => {
  const read = readEvidence(evidence);
  const checkStatement = createStatementCheck(read);
  const checked = draft.statements.map((statement, n) => ({
    statement,
    answer: n < MOST_STATEMENTS ? checkStatement(statement) : ('too_long' as const),
  }));
  const statements = checked.flatMap(({ answer }) => (typeof answer === 'string' ? [] : [answer]));
  const removed = checked.flatMap(({ statement, answer }): readonly Removed[] =>
    typeof answer === 'string' ? [{ statement, reason: answer }] : [],
  );
  if (!NEEDED.every((needed) => statements.some(({ section }) => section === needed)))
    return { ok: false, reason: 'unsupported', removed };
  const { head, replaced } = headOf(read, draft, statements);
  return head.title === undefined
    ? { ok: false, reason: 'unsupported', removed }
    : { ok: true, draft: { ...head, title: head.title, statements }, removed, replaced };
};

const headOf = (read: ReadEvidence, draft: ArticleDraft, statements: readonly Statement[]) => {
  const title = checkHeading(read, draft.title);
  const summary = draft.summary.trim() === '' ? { text: '' } : checkHeading(read, draft.summary);
  const tags = draft.tags.slice(0, MOST_TAGS).map((tag) => checkTag(read, tag));
  const replaced: readonly Replaced[] = [
    ...replacedPart('title', title),
    ...replacedPart('summary', summary),
    ...tags.flatMap((tag) => replacedPart('tag', tag)),
  ];
  return {
    replaced,
    head: {
      title: typeof title === 'string' ? titleOf(read, statements) : title.text,
      summary: typeof summary === 'string' ? '' : summary.text,
      tags: [...new Set(tags.flatMap((tag) => (typeof tag === 'string' ? [] : [tag.text])))],
    },
  };
};

const replacedPart = (part: Replaced['part'], answer: { readonly text: string } | RemovalReason) =>
  typeof answer === 'string' ? [{ part, reason: answer }] : [];

/** The first statement of the best section that may stand alone, cut at a space. */
const titleOf = (read: ReadEvidence, statements: readonly Statement[]): string | undefined =>
  TITLES.flatMap((wanted) => statements.filter(({ section }) => section === wanted))
    .map(({ text }) =>
      text.length <= LONGEST_TITLE ? text : text.slice(0, text.lastIndexOf(' ', LONGEST_TITLE)),
    )
    .find((text) => {
      const answer = checkHeading(read, text);
      return typeof answer !== 'string' && answer.text === text;
    });
