import { setTimeout as sleep } from 'node:timers/promises';
import type { Iam } from '../iam/create-iam.ts';
import type { LocalContext } from '../local-context.ts';

type Target = {
  readonly scheduleArn: string;
  readonly functionArn: string;
  /** JSON in which Scheduler's own words, e.g. `<aws.scheduler.scheduled-time>`, are replaced. */
  readonly input: string;
};

type Surroundings = Pick<LocalContext, 'invoke' | 'log'> & {
  readonly iam: Pick<Iam, 'refusalOf'>;
  readonly newId: () => string;
};

/** Lambda tries an asynchronous event twice more, after one and after two minutes; here it is seconds. */
const PAUSES_MS = [0, 1_000, 2_000];

/** Calls the function of a schedule, as far as the schedule's role may, with the time that it was due for. */
export const invokeTarget =
  ({ scheduleArn, functionArn, input }: Target, { invoke, log, iam, newId }: Surroundings) =>
  async (due: Date): Promise<void> => {
    const refused = await iam.refusalOf(scheduleArn, [
      { action: 'lambda:InvokeFunction', resource: functionArn },
    ]);
    if (refused) throw new Error(refused.message);
    const executionId = newId();
    for (const [attempt, pause] of PAUSES_MS.entries()) {
      if (pause > 0) await sleep(pause);
      const words: Readonly<Record<string, string>> = {
        'scheduled-time': due.toISOString().replace(/\.\d{3}Z$/, 'Z'),
        'execution-id': executionId,
        'attempt-number': '1',
        'schedule-arn': scheduleArn,
      };
      const text = input.replaceAll(
        /<aws\.scheduler\.([a-z-]+)>/g,
        (word, name: string) => words[name] ?? word,
      );
      const outcome = await invoke(functionArn, JSON.parse(text));
      if (outcome.ok) return;
      log(
        'scheduler',
        `${functionArn} failed (try ${attempt + 1} of ${PAUSES_MS.length}): ${outcome.errorMessage}`,
      );
    }
    throw new Error(`${functionArn} failed at each try`);
  };
