import {
  type KnowledgeMetrics,
  type KnowledgeMetricsQuery,
  MOST_DAYS,
} from '#contracts/knowledge-metrics.ts';
import { PUBLISHED } from '#core/articles/shown-states.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { resolvedDay } from '#core/cases/resolved-day.ts';
import { DomainError } from '#core/domain-error.ts';
import type { ArticleCard } from '#core/metrics/article-card.ts';
import { knowledgeMetrics, type CoveredPattern } from '#core/metrics/knowledge-metrics.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { KnowledgeBooks } from '#core/ports/knowledge-books.ts';
import type { PatternStore } from '#core/ports/pattern-store.ts';

export type ReadKnowledgeMetricsDeps = {
  books: Pick<KnowledgeBooks, 'cards' | 'between'>;
  patterns: Pick<PatternStore, 'caseIds'>;
  cases: Pick<CaseStore, 'findMany'>;
  clock: Clock;
  resolvedStatuses: readonly string[];
};

const DAY_MS = 24 * 60 * 60 * 1000;
const USUAL_DAYS = 28;

/** What one request reads at most: some 2 s of reading in the cloud. The articles published last come first. */
const MOST_CASES = 3_000;
const MOST_PATTERNS = 200;

type Published = ArticleCard & { readonly patternId: string; readonly publishedAt: string };

const isPublished = (card: ArticleCard): card is Published =>
  card.patternId !== undefined &&
  card.publishedAt !== undefined &&
  card.state !== undefined &&
  PUBLISHED.includes(card.state);

/** How a tenant's knowledge does from one day to another; reads a bounded number of rows and says what it left out. */
export const readKnowledgeMetrics = (deps: ReadKnowledgeMetricsDeps) => {
  const { books, patterns, cases, clock, resolvedStatuses } = deps;

  const timesOf = (row: LivingCase) => ({
    openedAt: row.content.created_at ?? row.createdAt,
    resolvedDay: resolvedDay(row, resolvedStatuses),
  });

  const coveredBy = async (
    tenant: string,
    { articleId, patternId, publishedAt }: Published,
    ids: readonly string[],
  ) => {
    const rows = [...(await cases.findMany(tenant, ids)).values()];
    const times = rows.flatMap((row) => (row.deleted ? [] : [timesOf(row)]));
    return { articleId, patternId, publishedAt, cases: times };
  };

  const coveredPatterns = async (tenant: string, cards: readonly Published[]) => {
    const covered: CoveredPattern[] = [];
    let read = 0;
    for (const card of cards.slice(0, MOST_PATTERNS)) {
      const ids = await patterns.caseIds(tenant, card.patternId);
      if (read + ids.length > MOST_CASES) break;
      read += ids.length;
      covered.push(await coveredBy(tenant, card, ids));
    }
    return covered;
  };

  return async (tenant: string, query: KnowledgeMetricsQuery): Promise<KnowledgeMetrics> => {
    const now = clock.now();
    const end = query.to ?? now.toISOString();
    const from = (query.from ?? new Date(Date.parse(end) - (USUAL_DAYS - 1) * DAY_MS).toISOString()).slice(
      0,
      10,
    );
    const to = end.slice(0, 10);
    if (Date.parse(to) - Date.parse(from) > MOST_DAYS * DAY_MS)
      throw new DomainError('malformed_request', `from is more than ${MOST_DAYS} days before to`);
    const [days, cards] = await Promise.all([books.between(tenant, from, to), books.cards(tenant)]);
    const published = cards
      .filter(isPublished)
      .toSorted((one, other) => (one.publishedAt < other.publishedAt ? 1 : -1));
    const covered = await coveredPatterns(tenant, published);
    const patternsLeftOut = published.length - covered.length;
    return knowledgeMetrics({ from, to, now, days, cards, patterns: covered, patternsLeftOut });
  };
};
