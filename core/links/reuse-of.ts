import type { ArticleLink } from './article-link.ts';

/** How often an article was used again. */
export type Reuse = {
  /** Cases that it is linked to, each once. */
  readonly cases: number;
  /** Those that show by themselves that it helps, by id. */
  readonly independent: readonly string[];
};

type Shown = Pick<ArticleLink, 'caseId' | 'kind' | 'principal' | 'customer' | 'isSource' | 'linkedAt'>;

const byTime = (one: Shown, other: Shown): number =>
  one.linkedAt === other.linkedAt
    ? Number(one.caseId > other.caseId) - Number(one.caseId < other.caseId)
    : Number(one.linkedAt > other.linkedAt) - Number(one.linkedAt < other.linkedAt);

/**
 * The reuse that links of one article show. A link is independent when the article resolved the case, another person
 * than those of all earlier links says so, and another customer had the problem: nobody can validate an article by
 * linking it again and again. A case whose customer is not known, and one that the article was written from, show
 * nothing of that kind.
 */
export const reuseOf = (links: readonly Shown[]): Reuse => {
  const [principals, customers] = [new Set<string>(), new Set<string>()];
  const independent: string[] = [];
  for (const { caseId, kind, principal, customer, isSource } of links.toSorted(byTime)) {
    const shows = kind === 'resolved_with' && !isSource && customer !== undefined;
    if (shows && !principals.has(principal) && !customers.has(customer)) independent.push(caseId);
    principals.add(principal);
    if (customer !== undefined) customers.add(customer);
  }
  return { cases: links.length, independent };
};
