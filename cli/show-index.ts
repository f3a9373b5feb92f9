import type { IndexStatus } from '#client/operations.ts';
import type { Terminal } from './terminal.ts';
import { rebuildLine } from './watch-rebuild.ts';

const ENDED = {
  completed: 'completed',
  cancelled: 'cancelled',
  not_clean: 'given up: passages differed from their records again and again',
} as const;

/** Shows which generations of the index there are, and the rebuild that runs or ran last. */
export const showIndex = (
  terminal: Terminal,
  { live, rebuild, rebuild_needed, retired, last_rebuild }: IndexStatus,
): void => {
  terminal.print(`Searched: generation ${terminal.paint('bold', String(live.generation))}, ${live.model}`);
  if (rebuild_needed) terminal.print(terminal.paint('yellow', 'Settings or code ask for a rebuild'));
  if (rebuild) {
    terminal.print(`Being built: generation ${rebuild.generation}, ${rebuild.model}`);
    terminal.print(`  ${rebuildLine(rebuild)}`);
  }
  for (const { generation, model } of retired) terminal.print(`Left: generation ${generation}, ${model}`);
  if (last_rebuild) {
    const { generation, outcome, finished_at } = last_rebuild;
    terminal.print(`Last rebuild: generation ${generation}, ${ENDED[outcome]}, ${finished_at}`);
  }
};
