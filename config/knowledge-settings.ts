import * as z from 'zod';
import { EarlyRuns } from '#contracts/early-runs.ts';
import { KnowledgeGrouping } from '#contracts/knowledge-grouping.ts';
import { KnowledgeSufficiency } from '#contracts/knowledge-sufficiency.ts';
import { WriterSettings } from './writer-settings.ts';

/** How articles are looked at. */
const ReviewSettings = z.strictObject({
  /** A draft that nobody has looked at goes to the archive after so many days. */
  draftExpiryDays: z.int().min(1).max(365),
  /** Minutes of work that an article saves in each case that it solves; the queue of reviews is explained by them. */
  minutesACase: z.number().min(0).max(1_000),
  /** Operators are told when a review has waited for so many days. */
  oldestReviewDays: z.int().min(1).max(365),
});

/** How knowledge is made. */
export const KnowledgeSettings = z.strictObject({
  grouping: KnowledgeGrouping,
  sufficiency: KnowledgeSufficiency,
  review: ReviewSettings,
  early: EarlyRuns,
  writer: WriterSettings,
  /** What drafts may cost, in US dollars; a writer that is free never meets it. */
  budget: z.strictObject({
    /** A tenant in a month, unless it sets its own limit. */
    monthlyUsd: z.number().min(0),
    /** A run of the job, over all tenants. */
    runUsd: z.number().min(0),
  }),
  /** Independent reuse of a not validated article from which a person is asked whether it is right. */
  enoughReuse: z.int().min(1).max(100),
});
export type KnowledgeSettings = z.infer<typeof KnowledgeSettings>;

/** What all stages share; a stage that differs spreads it and names what differs. */
export const knowledgeSettings: KnowledgeSettings = {
  review: { draftExpiryDays: 30, minutesACase: 20, oldestReviewDays: 14 },
  sufficiency: { told: 2, ofCases: 5 },
  early: { cases: 5, quietMinutes: 10 },
  writer: { name: 'extractive' },
  budget: { monthlyUsd: 20, runUsd: 10 },
  enoughReuse: 3,
  grouping: {
    resolvedStatuses: ['resolved', 'closed', 'solved', 'done'],
    leastCases: 5,
    leastCustomers: 2,
    // Chosen on the tuning seeds of the sample, see ADR 0190; `npm run knowledge:replay` shows what others would do.
    thresholds: { remedy: 0.5, complaint: 0.55, near: 0.35 },
    categories: [
      { name: 'hardware', keywords: [] },
      { name: 'network', keywords: [] },
      { name: 'software', keywords: ['software', 'driver', 'license'] },
      {
        name: 'processor_errors',
        above: 'hardware',
        keywords: ['processor', 'cpu', 'core', 'thermal'],
      },
      { name: 'network_issues', above: 'network', keywords: ['network', 'connectivity', 'ethernet'] },
      { name: 'bios_firmware', above: 'hardware', keywords: ['bios', 'firmware', 'boot'] },
      { name: 'hard_drive_failures', above: 'hardware', keywords: ['disk', 'storage', 'raid'] },
      { name: 'power_supply', above: 'hardware', keywords: ['power', 'psu', 'electrical'] },
    ],
  },
};
