import type { ImportView } from '#contracts/import.ts';

/** Tells a person how the loading goes. */
export type Reporter = {
  readonly say: (line: string) => void;
  readonly progress: (view: ImportView) => void;
};

type Screen = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

const WIDTH = 24;
/** Where lines are kept, one every so many percent is enough. */
const STEP_PERCENT = 20;

const bar = (percent: number): string => {
  const filled = Math.round((percent / 100) * WIDTH);
  return '#'.repeat(filled) + '.'.repeat(WIDTH - filled);
};

const lineOf = ({ state, counts, progress }: ImportView): string => {
  if (state === 'completed')
    return `The sample is loaded: ${counts.indexed + counts.unchanged} cases are searchable.`;
  const { percent, records_per_second: rate, seconds_left: left } = progress;
  const amount = `${counts.received - counts.pending} of ${counts.received} cases`;
  const pace = rate > 0 ? `, ${Math.round(rate)}/s` : '';
  return `Loading the sample [${bar(percent)}] ${percent} %, ${amount}${pace}${left === null ? '' : `, ${left} s left`}`;
};

/** On a terminal one line that is written over; elsewhere a line at every step. */
export const createReporter = (screen: Screen): Reporter => {
  let open = false;
  let told = -1;
  const say = (line: string): void => {
    screen.write(`${open ? '\n' : ''}${line}\n`);
    open = false;
  };
  const overwrite = (line: string, ends: boolean): void => {
    screen.write(`\r\u001b[K${line}${ends ? '\n' : ''}`);
    open = !ends;
  };

  return {
    say,
    progress: (view) => {
      const ends = view.state === 'completed';
      if (screen.isTTY) return overwrite(lineOf(view), ends);
      const step = ends ? Number.POSITIVE_INFINITY : Math.floor(view.progress.percent / STEP_PERCENT);
      if (step <= told) return;
      told = step;
      say(lineOf(view));
    },
  };
};
