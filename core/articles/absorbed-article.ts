import type { Claim } from '#contracts/article.ts';
import { DomainError } from '#core/domain-error.ts';
import type { LivingArticle } from './article-row.ts';
import { claimsByStatement } from './edited-claims.ts';
import { statementsOf } from './statements-of.ts';

const MOST_CHARACTERS = 250_000;
const MOST_TAGS = 50;

/** The same statement, with the sources of both. */
const united = (claim: Claim, other: Claim | undefined): Claim => {
  if (!other) return claim;
  const sources = [claim, other].flatMap(({ case_ids: ids, quotes }) =>
    ids.map((id, n) => ({ id, quote: quotes[n] ?? '' })),
  );
  const distinct = [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()];
  return { ...claim, case_ids: distinct.map(({ id }) => id), quotes: distinct.map(({ quote }) => quote) };
};

/** A review without what it says of another article, which is answered now. */
const withoutMention = (review: LivingArticle['review'], otherId: string): LivingArticle['review'] => {
  const points = (review?.points ?? []).flatMap((point) => {
    if (!point.article_ids?.includes(otherId)) return [point];
    const articleIds = point.article_ids.filter((id) => id !== otherId);
    return articleIds.length > 0 ? [{ ...point, article_ids: articleIds }] : [];
  });
  return points.length > 0 ? { ...review, points } : undefined;
};

/**
 * An article that takes over what another one has: sources of statements that both make, tags, and at its end the
 * statements with claims that only the other makes, each still with its sources.
 */
export const absorbedArticle = (
  into: LivingArticle,
  from: LivingArticle,
): Pick<LivingArticle, 'content' | 'claims' | 'review'> => {
  const [own, others] = [claimsByStatement(into.claims), claimsByStatement(from.claims)];
  const said = new Set(statementsOf(into.content.content).map(({ text }) => text));
  const added = statementsOf(from.content.content).filter(({ text }) => others.has(text) && !said.has(text));
  const lines = added.map(({ markdown }) => `- ${markdown.replaceAll('\n', ' ')}`);
  const content = [into.content.content, ...(lines.length > 0 ? ['## Merged', lines.join('\n')] : [])].join(
    '\n\n',
  );
  if (content.length > MOST_CHARACTERS)
    throw new DomainError('conflict', 'the two articles together are longer than an article may be');
  const tags = [...new Set([...(into.content.tags ?? []), ...(from.content.tags ?? [])])].slice(0, MOST_TAGS);
  const byText = new Map([...own.values()].map((claim) => [claim, claim]));
  for (const [text, claim] of own) byText.set(claim, united(claim, others.get(text)));
  return {
    content: { ...into.content, content, ...(tags.length > 0 && { tags }) },
    claims: [
      ...into.claims.map((claim) => byText.get(claim) ?? claim),
      ...added.flatMap(({ text }) => others.get(text) ?? []),
    ],
    review: withoutMention(into.review, from.id),
  };
};
