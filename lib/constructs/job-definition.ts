import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { JobId } from '#contracts/job-id.ts';

/** How often and after how many seconds a task is tried again. */
export type TaskRetry = { readonly task: string; readonly attempts: number; readonly delaySeconds: number };

const DEFINITIONS = join(import.meta.dirname, '../state-machines');

const Retrier = z.looseObject({ ErrorEquals: z.array(z.string()) });
const State = z.looseObject({ Retry: z.array(Retrier).optional() });
const Definition = z.looseObject({ States: z.record(z.string(), State) });

/**
 * The definition of a job's state machine, `lib/state-machines/<job>.asl.json`; where `retry` says so, with other tries
 * of one task for errors of any kind. Placeholders stand for names only: quoted, they could not be numbers.
 */
export const jobDefinition = (job: JobId, retry?: TaskRetry): string => {
  const text = readFileSync(join(DEFINITIONS, `${job}.asl.json`), 'utf8');
  if (retry === undefined) return text;
  const definition = Definition.parse(JSON.parse(text));
  const general = definition.States[retry.task]?.Retry?.find(({ ErrorEquals }) =>
    ErrorEquals.includes('States.ALL'),
  );
  if (general === undefined) throw new Error(`${job} has no task ${retry.task} that is tried again`);
  const { attempts: MaxAttempts, delaySeconds: IntervalSeconds } = retry;
  // The longest delay must be longer than the first.
  Object.assign(general, { IntervalSeconds, MaxDelaySeconds: IntervalSeconds + 1, MaxAttempts });
  return JSON.stringify(definition, undefined, 2);
};
