import * as z from 'zod';
import { RecordId } from './case.ts';
import { IsoDate, LastMoment } from './iso-date.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Most days of one answer. */
export const MOST_DAYS = 92;

/** Query string of `GET /metrics/knowledge`: whole days in UTC, 92 at most; without `to` until now, without `from` the 28 days before it. */
export const KnowledgeMetricsQuery = z
  .strictObject({ from: IsoDate.optional(), to: LastMoment.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    message: 'is later than to',
    path: ['from'],
  })
  .refine(
    ({ from, to }) =>
      from === undefined || to === undefined || Date.parse(to) - Date.parse(from) <= MOST_DAYS * DAY_MS,
    { message: `is more than ${MOST_DAYS} days before to`, path: ['from'] },
  );
export type KnowledgeMetricsQuery = z.infer<typeof KnowledgeMetricsQuery>;

/** Null where there is nothing to take a share of. */
const rate = z.number().min(0).max(1).nullable();
const hours = z.number().nullable();

/** Cases of an article's pattern that were opened in the week before it was published and in the week after. */
const Deflection = z.object({
  article_id: RecordId,
  published_at: z.string(),
  before: z.int(),
  after: z.int(),
});

/** Answer of `GET /metrics/knowledge`; docs/knowledge-metrics.md says what each number is. */
export const KnowledgeMetrics = z.object({
  /** Days, both included. */
  from: z.string(),
  to: z.string(),
  link_rate: z.object({ resolved_cases: z.int(), linked_cases: z.int(), rate }),
  reuse: z.object({ links: z.int(), articles: z.int() }),
  new_against_known: z.object({ known_cases: z.int(), new_cases: z.int(), known_rate: rate }),
  time_to_publish_hours: z.object({ articles: z.int(), p50: hours, p95: hours }),
  coverage: z.object({ resolved_cases: z.int(), covered_cases: z.int(), rate }),
  cost_per_article: z.object({ articles: z.int(), total_usd: z.number(), mean_usd: z.number().nullable() }),
  deflection: z.object({
    before: z.int(),
    after: z.int(),
    /** How much fewer there were after; negative where there were more, null without any before. */
    fewer_rate: z.number().nullable(),
    /** Published in the period and at least a week ago, the newest first. */
    articles: z.array(Deflection),
  }),
  review_queue: z.object({ waiting: z.int(), p50_hours: hours, oldest_hours: hours }),
  /** What the numbers about patterns rest on; where something was left out, they are too low. */
  looked_at: z.object({ patterns: z.int(), cases: z.int(), patterns_left_out: z.int() }),
});
export type KnowledgeMetrics = z.infer<typeof KnowledgeMetrics>;
