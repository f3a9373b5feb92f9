import type { Claim } from '#contracts/article.ts';
import type { LivingArticle } from './article-row.ts';
import { statementsOf } from './statements-of.ts';

const byEditor = (text: string): Claim => ({ text, case_ids: [], quotes: [], by: 'editor' });

/** Claims by their text on one line, as a statement is compared. */
export const claimsByStatement = (claims: readonly Claim[]): ReadonlyMap<string, Claim> =>
  new Map(claims.map((claim) => [claim.text.replaceAll(/\s+/g, ' ').trim(), claim]));

const textsOf = (markdown: string): ReadonlySet<string> =>
  new Set(statementsOf(markdown).map(({ text }) => text));

/**
 * The claims of an article whose text was edited, in the order of the text: those whose statement still stands there
 * stay with their sources, those whose statement is gone go. In a generated article a statement that is new or was
 * changed is the editor's, for the quotes of the old one prove it no longer; what stood there before without a claim has
 * none now either.
 */
export const editedClaims = (
  row: Pick<LivingArticle, 'content' | 'claims' | 'source'>,
  text: string,
): Claim[] => {
  const known = claimsByStatement(row.claims);
  const before = textsOf(row.content.content);
  const claims = [...textsOf(text)].flatMap((statement) => {
    const claim = known.get(statement);
    if (claim) return [claim];
    return row.source === 'manual' || before.has(statement) ? [] : [byEditor(statement)];
  });
  return [...new Set(claims)];
};
