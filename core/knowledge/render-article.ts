import type { Claim } from '#contracts/article.ts';
import { SECTIONS, type ArticleDraft, type Section, type Source, type Statement } from './article-draft.ts';
import type { Evidence } from './evidence.ts';
import { markdownOf } from './markdown-of.ts';

/** What a draft becomes: Markdown, and its claims in the order of the text. */
export type RenderedArticle = { readonly content: string; readonly claims: Claim[] };

/** Cases that a claim cites at most. */
const MOST_SOURCES = 5;

const HEADINGS: Readonly<Record<Section, string>> = {
  problem: 'Problem',
  environment: 'Environment',
  symptom: 'Symptoms',
  cause: 'Cause',
  step: 'Resolution',
  verification: 'Verification',
};

/**
 * Renders a checked draft: a heading for each section that has statements, each statement one list item, steps numbered;
 * then the related cases. Case text is escaped, so that it is shown as it was written and does nothing.
 */
export const renderArticle = (draft: ArticleDraft, evidence: Evidence): RenderedArticle => {
  const sections = SECTIONS.map((section) => ({
    section,
    own: draft.statements.filter((statement) => statement.section === section),
  })).filter(({ own }) => own.length > 0);
  return {
    content: [
      ...sections.map(({ section, own }) => partOf(section, own)),
      relatedCases(draft, evidence),
    ].join('\n\n'),
    claims: sections.flatMap(({ own }) => own.map(claimOf)),
  };
};

const partOf = (section: Section, statements: readonly Statement[]): string => {
  const items = statements.map(({ text }, place) => {
    const marker = section === 'step' ? `${place + 1}.` : '-';
    return `${marker} ${markdownOf(text)}`;
  });
  return [`## ${HEADINGS[section]}`, '', ...items].join('\n');
};

/** What a statement cites: first the cases whose very words it uses, so that it is found when one of them is erased. */
const citedOf = ({ text, sources }: Statement): readonly Source[] =>
  sources
    .toSorted((one, other) => Number(other.quote === text) - Number(one.quote === text))
    .slice(0, MOST_SOURCES);

const claimOf = (statement: Statement): Claim => {
  const { text } = statement;
  const cited = citedOf(statement);
  return { text, case_ids: cited.map(({ caseId }) => caseId), quotes: cited.map(({ quote }) => quote) };
};

const relatedCases = ({ statements }: ArticleDraft, { cases, customers, size }: Evidence): string => {
  const cited = new Set(statements.flatMap((statement) => citedOf(statement).map(({ caseId }) => caseId)));
  const items = cases.filter(({ id }) => cited.has(id)).map(({ id }) => `- ${markdownOf(id)}`);
  const known =
    customers === undefined
      ? `Written from ${size} resolved cases. Their customers are not known, so they may all be of one.`
      : `Written from ${size} resolved cases of ${customers} ${customers === 1 ? 'customer' : 'customers'}.`;
  return ['## Related cases', '', known, ...(items.length === 0 ? [] : ['', ...items])].join('\n');
};
