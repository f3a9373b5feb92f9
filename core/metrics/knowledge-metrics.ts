import type { KnowledgeMetrics } from '#contracts/knowledge-metrics.ts';
import { articleOfNote } from '#core/links/link-notes.ts';
import type { DayNotes, Note } from '#core/ports/knowledge-books.ts';
import type { ArticleCard } from './article-card.ts';
import { nearestRank } from './nearest-rank.ts';
import { rounded, roundedOrNull, sumOf } from './arithmetic.ts';

/** A case of a pattern, by when it was opened and when it was resolved. */
export type PatternCaseTimes = { readonly openedAt: string; readonly resolvedDay: string | undefined };

/** A pattern that has a published article: its cases, and since when there is one. */
export type CoveredPattern = {
  readonly articleId: string;
  readonly publishedAt: string;
  readonly cases: readonly PatternCaseTimes[];
};

/** What the numbers are made of. */
export type KnowledgeFacts = {
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
  readonly now: Date;
  readonly days: readonly DayNotes[];
  readonly cards: readonly ArticleCard[];
  readonly patterns: readonly CoveredPattern[];
  readonly patternsLeftOut: number;
};

const HOUR = 60 * 60 * 1000;
const WEEK = 7 * 24 * HOUR;
const MICRO = 1_000_000;

const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.min(1, Math.round((part / whole) * 10_000) / 10_000);

const hoursBetween = (from: string, to: string | Date): number =>
  Math.max(0, (new Date(to).getTime() - Date.parse(from)) / HOUR);

const isWithin = ({ from, to }: KnowledgeFacts, time: string | undefined): boolean =>
  time !== undefined && time.slice(0, 10) >= from && time.slice(0, 10) <= to;

const noted = ({ days }: KnowledgeFacts, note: Note): ReadonlySet<string> =>
  new Set(days.flatMap((day) => [...day[note]]));

const linkRate = (facts: KnowledgeFacts): KnowledgeMetrics['link_rate'] => {
  const [resolved, linked] = [noted(facts, 'resolved'), noted(facts, 'linked')];
  const both = [...linked].filter((token) => resolved.has(token)).length;
  return { resolved_cases: resolved.size, linked_cases: both, rate: shareOf(both, resolved.size) };
};

const reuse = (facts: KnowledgeFacts): KnowledgeMetrics['reuse'] => {
  const tokens = [...noted(facts, 'reused')];
  return { links: tokens.length, articles: new Set(tokens.map(articleOfNote)).size };
};

/** Resolved cases of the period whose pattern has an article by now, and those for which there was one when they were opened. */
const covered = (facts: KnowledgeFacts) => {
  const cases = facts.patterns.flatMap(({ publishedAt, cases: own }) =>
    own
      .filter(({ resolvedDay }) => isWithin(facts, resolvedDay))
      .map(({ openedAt }) => ({ known: openedAt > publishedAt })),
  );
  return { all: cases.length, known: cases.filter(({ known }) => known).length };
};

const timeToPublish = (facts: KnowledgeFacts): KnowledgeMetrics['time_to_publish_hours'] => {
  const hours = facts.cards.flatMap(({ draftedAt, publishedAt }) =>
    publishedAt !== undefined && isWithin(facts, publishedAt) ? [hoursBetween(draftedAt, publishedAt)] : [],
  );
  return {
    articles: hours.length,
    p50: roundedOrNull(nearestRank(hours, 0.5)),
    p95: roundedOrNull(nearestRank(hours, 0.95)),
  };
};

const cost = (facts: KnowledgeFacts): KnowledgeMetrics['cost_per_article'] => {
  const costs = facts.cards.flatMap(({ draftedAt, costMicroUsd }) =>
    costMicroUsd !== undefined && isWithin(facts, draftedAt) ? [costMicroUsd] : [],
  );
  const total = sumOf(costs);
  return {
    articles: costs.length,
    total_usd: total / MICRO,
    mean_usd: costs.length === 0 ? null : Math.round(total / costs.length) / MICRO,
  };
};

const deflection = (facts: KnowledgeFacts): KnowledgeMetrics['deflection'] => {
  const articles = facts.patterns
    .filter(
      ({ publishedAt }) =>
        isWithin(facts, publishedAt) && hoursBetween(publishedAt, facts.now) * HOUR >= WEEK,
    )
    .map(({ articleId, publishedAt, cases }) => {
      const since = cases.map(({ openedAt }) => Date.parse(openedAt) - Date.parse(publishedAt));
      return {
        article_id: articleId,
        published_at: publishedAt,
        before: since.filter((time) => time < 0 && time >= -WEEK).length,
        after: since.filter((time) => time >= 0 && time < WEEK).length,
      };
    })
    .toSorted((one, other) => (one.published_at < other.published_at ? 1 : -1));
  const [before, after] = [sumOf(articles.map((one) => one.before)), sumOf(articles.map((one) => one.after))];
  return { before, after, fewer_rate: before === 0 ? null : rounded((before - after) / before), articles };
};

const reviewQueue = ({ cards, now }: KnowledgeFacts): KnowledgeMetrics['review_queue'] => {
  const hours = cards.flatMap(({ state, waitingSince }) =>
    waitingSince !== undefined && state !== 'archived' ? [hoursBetween(waitingSince, now)] : [],
  );
  return {
    waiting: hours.length,
    p50_hours: roundedOrNull(nearestRank(hours, 0.5)),
    oldest_hours: roundedOrNull(nearestRank(hours, 1)),
  };
};

/** How knowledge does, from the books, the articles and the cases of their patterns. */
export const knowledgeMetrics = (facts: KnowledgeFacts): KnowledgeMetrics => {
  const links = linkRate(facts);
  const { all, known } = covered(facts);
  const resolved = Math.max(links.resolved_cases, all);
  return {
    from: facts.from,
    to: facts.to,
    link_rate: links,
    reuse: reuse(facts),
    new_against_known: {
      known_cases: known,
      new_cases: resolved - known,
      known_rate: shareOf(known, resolved),
    },
    time_to_publish_hours: timeToPublish(facts),
    coverage: { resolved_cases: resolved, covered_cases: all, rate: shareOf(all, resolved) },
    cost_per_article: cost(facts),
    deflection: deflection(facts),
    review_queue: reviewQueue(facts),
    looked_at: {
      patterns: facts.patterns.length,
      cases: sumOf(facts.patterns.map(({ cases }) => cases.length)),
      patterns_left_out: facts.patternsLeftOut,
    },
  };
};
