import { WritingStep, type PageTask } from '#contracts/knowledge-task.ts';
import { PagePlan, PatternWork, type PatternPage } from '#contracts/knowledge-work.ts';
import type { Deadline } from '#core/ports/deadline.ts';
import type { KnowledgeFiles } from '#core/ports/knowledge-files.ts';
import type { KnowledgeTrail } from '#core/ports/knowledge-trail.ts';
import { knownJson, readJson } from './json-files.ts';
import { PatternsFailed } from './patterns-failed.ts';
import { workKeys } from './work-keys.ts';

export type EachPatternDeps = { files: KnowledgeFiles; trail: KnowledgeTrail };

/** A pattern that a step looks at. */
export type PatternAt = { readonly tenant: string; readonly id: string };

/** What one step makes of one pattern: the work as it is afterwards. */
export type Look = (at: PatternAt, work: PatternWork) => Promise<PatternWork>;

const NEW_WORK: PatternWork = { evidence: '', failures: 0, cost_micro_usd: 0 };

/** A fault that is met this often is the pattern's own, or will pass until the next run. */
const MOST_TRIES = 3;

/** A call ends when it has less time than this left; a pattern takes no longer, its writer's tries included. */
const LEAST_MS = 200_000;

/** What is decided goes through this one only. */
const LAST: WritingStep = 'KeepOutcomes';

const order = (step: WritingStep | undefined): number =>
  step === undefined ? -1 : WritingStep.options.indexOf(step);

/** Whether a pattern has to go through a step now. */
const isDue = (work: PatternWork, step: WritingStep): boolean =>
  work.decision === undefined
    ? order(work.passed) === order(step) - 1
    : step === LAST && work.passed !== step;

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'Unknown');

/**
 * Takes the patterns of a page through a step, those that it has not passed yet. One that fails does not stop the
 * others: when they are through, the step fails and may be tried again, and at the third failure the pattern is left
 * out of the run. With a deadline it ends in time, and answers whether there is more to do.
 */
export const eachPattern = ({ files, trail }: EachPatternDeps) => {
  /** Takes a pattern through the step, and keeps how far it is then; answers what it failed of, if it is to be tried again. */
  const take = async (task: PageTask, at: PatternAt, work: PatternWork, look: Look): Promise<unknown> => {
    const { step } = task;
    const keep = (next: PatternWork): Promise<void> =>
      files.write(workKeys(task.run_id).work(at.tenant, at.id), JSON.stringify(next));
    try {
      await keep({ ...(await look(at, work)), passed: step, failures: 0 });
      return undefined;
    } catch (error) {
      const failures = work.failures + 1;
      trail.patternFailed({ tenant: at.tenant, pattern: at.id, step, tries: failures, error });
      if (failures < MOST_TRIES) {
        await keep({ ...work, failures });
        return error;
      }
      const decision = { kind: 'failed', step, code: nameOf(error) } as const;
      await keep({ ...work, passed: step, failures: 0, decision });
      return undefined;
    }
  };

  return async (task: PageTask, look: Look, deadline?: Deadline): Promise<{ more: boolean }> => {
    const { tenant, patterns } = await pageOf(files, task);
    const errors: unknown[] = [];
    for (const id of patterns) {
      const work = (await readJson(files, workKeys(task.run_id).work(tenant, id), PatternWork)) ?? NEW_WORK;
      if (!isDue(work, task.step)) continue;
      if (deadline && deadline.remaining() < LEAST_MS) return { more: true };
      const error = await take(task, { tenant, id }, work, look);
      if (error !== undefined) errors.push(error);
    }
    if (errors.length > 0) throw new PatternsFailed(errors.length, errors[0]);
    return { more: false };
  };
};

/** The page of a task. */
export const pageOf = async (
  files: KnowledgeFiles,
  { run_id, slice, page }: Pick<PageTask, 'run_id' | 'slice' | 'page'>,
): Promise<PatternPage> => {
  const { pages } = await knownJson(files, workKeys(run_id).pages(slice), PagePlan);
  const found = pages[page];
  if (found === undefined) throw new Error(`slice ${slice} has no page ${page}`);
  return found;
};
