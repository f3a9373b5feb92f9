import { setTimeout as pause } from 'node:timers/promises';
import type { IndexRebuild, IndexStatus } from '#client/operations.ts';
import { isPassing } from './describe-failure.ts';
import { bar, count, duration } from './numbers.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

type Watch = {
  readonly session: Session;
  readonly terminal: Terminal;
  readonly quiet: boolean;
  readonly signal: AbortSignal;
};

const POLL_MILLISECONDS = 500;
/** The API may be away for so long while we watch. */
const PATIENCE_MILLISECONDS = 60_000;

const DOING: Readonly<Record<IndexRebuild['state'], string>> = {
  waiting: 'Waiting',
  copying: 'Copying',
  comparing: 'Comparing',
};

/** One line of how far a rebuild is. */
export const rebuildLine = ({ state, progress, error }: IndexRebuild): string =>
  [
    DOING[state].padEnd(10),
    bar(progress.percent / 100),
    `${String(progress.percent).padStart(3)} %`,
    `${count(progress.done)} of ${count(progress.total)}`,
    progress.seconds_left === null ? '' : `${duration(progress.seconds_left)} left`,
    error === null ? '' : `tries again after ${error}`,
  ]
    .filter((part) => part !== '')
    .join('  ');

/** Watches the rebuild that runs until none does; an API that is away for a moment is asked again. */
export const watchRebuild = async ({ session, terminal, quiet, signal }: Watch): Promise<IndexStatus> => {
  let lastSeen = Date.now();
  let lastStep = '';
  for (;;) {
    try {
      const { body } = await session.client.call('getIndexStatus', {});
      lastSeen = Date.now();
      if (!body.rebuild) return body;
      const step = `${body.rebuild.state} ${Math.floor(body.rebuild.progress.percent / 10)}`;
      if (!quiet && terminal.live) terminal.show(rebuildLine(body.rebuild));
      else if (!quiet && step !== lastStep) terminal.note(rebuildLine(body.rebuild));
      lastStep = step;
    } catch (error) {
      if (!isPassing(error) || Date.now() - lastSeen > PATIENCE_MILLISECONDS) throw error;
      terminal.show('Caselore does not answer, asking again …');
    }
    await pause(POLL_MILLISECONDS, undefined, { signal });
  }
};
