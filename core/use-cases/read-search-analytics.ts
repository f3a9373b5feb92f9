import type { SearchAnalytics, SearchAnalyticsQuery } from '#contracts/search-analytics.ts';
import { hourOf, type HourStats } from '#core/analytics/hour-stats.ts';
import { knowledgeGaps } from '#core/analytics/knowledge-gaps.ts';
import { mergeHistograms, percentile } from '#core/analytics/latency-histogram.ts';
import { mergedQueries } from '#core/analytics/merged-queries.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { FeedbackStore } from '#core/ports/feedback-store.ts';
import type { SearchStats } from '#core/ports/search-stats.ts';

export type ReadSearchAnalyticsDeps = { stats: SearchStats; feedback: FeedbackStore; clock: Clock };

const WEEK = 7 * 24 * 60 * 60 * 1000;
const TOP_QUERIES = 20;

const summary = (hours: readonly HourStats[], clicks: number): SearchAnalytics => {
  const sum = (of: (hour: HourStats) => number): number => hours.reduce((total, hour) => total + of(hour), 0);
  const searches = sum((hour) => hour.searches);
  const rate = (count: number): number =>
    searches === 0 ? 0 : Math.min(1, Math.round((count / searches) * 10_000) / 10_000);
  const latency = mergeHistograms(hours.map((hour) => hour.latency));
  const queries = mergedQueries(hours);
  return {
    searches,
    latency_ms: {
      p50: percentile(latency, 0.5),
      p95: percentile(latency, 0.95),
      p99: percentile(latency, 0.99),
    },
    zero_result_rate: rate(sum((hour) => hour.zeroResults)),
    low_score_rate: rate(sum((hour) => hour.lowScores)),
    click_through_rate: rate(clicks),
    cache_hit_rate: rate(sum((hour) => hour.cacheHits)),
    top_queries: queries
      .slice(0, TOP_QUERIES)
      .map(({ query, count, zeroResults }) => ({ query, count, zero_results: zeroResults })),
    knowledge_gaps: knowledgeGaps(queries).map(({ topic, queries: asked, count }) => ({
      topic,
      queries: [...asked],
      count,
    })),
  };
};

/** What a tenant searched from one time to another, in whole hours. */
export const readSearchAnalytics =
  ({ stats, feedback, clock }: ReadSearchAnalyticsDeps) =>
  async (tenant: string, query: SearchAnalyticsQuery): Promise<SearchAnalytics> => {
    const to = query.to ?? clock.now().toISOString();
    const from = query.from ?? new Date(Date.parse(to) - WEEK).toISOString();
    const [first, last] = [hourOf(from), hourOf(to)];
    if (first > last) return summary([], 0);
    const [hours, clicks] = await Promise.all([
      stats.between(tenant, first, last),
      feedback.clicksBetween(tenant, first, last),
    ]);
    return summary(hours, clicks);
  };
