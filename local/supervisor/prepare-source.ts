import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { StartRefusal } from '../start-refusal.ts';

type Preparation = {
  readonly root: string;
  /** Address of the case database. */
  readonly url: string;
  /** Whether there are cases in it; without, it has its tables only. */
  readonly sample: boolean;
  readonly signal: AbortSignal;
};

/** Makes the tables of the case database and fills them, once, in a process of its own; waits for its end. */
export const prepareSource = async ({ root, url, sample, signal }: Preparation): Promise<void> => {
  const child = fork(join(root, 'samples/fill-source.ts'), {
    env: { ...process.env, CASELORE_CASE_DATABASE: url, CASELORE_SAMPLE: sample ? 'on' : 'off' },
    signal,
    killSignal: 'SIGKILL',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0 && !signal.aborted)
    throw new StartRefusal('The case database could not be prepared; what was printed says why.');
};
