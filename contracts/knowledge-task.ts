import * as z from 'zod';
import { RunTask } from './job-task.ts';

const Number = z.int().min(0);

/** The parts of `knowledge_generation` that choose tenants and group their cases; tenants are named by their place in a list that the run keeps. */
export const GroupingTask = z.discriminatedUnion('step', [
  RunTask.extend({ step: z.literal('SelectTenants'), slice: Number }),
  RunTask.extend({ step: z.literal('GroupCases'), slice: Number, page: Number }),
]);
export type GroupingTask = z.infer<typeof GroupingTask>;

/** What a page of patterns goes through, in this order. */
export const WritingStep = z.enum([
  'CheckCoverage',
  'CheckSufficiency',
  'DraftArticles',
  'VerifyDrafts',
  'StoreDrafts',
  'KeepOutcomes',
]);
export type WritingStep = z.infer<typeof WritingStep>;

/** One page of patterns, by its place in a list that the run keeps. */
export const PageTask = RunTask.extend({ step: WritingStep, slice: Number, page: Number });
export type PageTask = z.infer<typeof PageTask>;

/** The parts of `knowledge_generation` that make articles of patterns. */
export const WritingTask = z.discriminatedUnion('step', [
  RunTask.extend({ step: z.literal('PlanPages'), slice: Number, round: Number }),
  PageTask,
  RunTask.extend({ step: z.literal('CountRun'), slice: Number }),
]);
export type WritingTask = z.infer<typeof WritingTask>;
