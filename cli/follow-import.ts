import type { Invocation } from './command.ts';
import { exitCodeOf } from './exit-code.ts';
import { firstNotTaken, showImport } from './show-import.ts';
import { watchImport } from './watch-import.ts';

/** Shows an import as it stands, or, with `watch`, once it has come to an end; answers the exit code. */
export const followImport = async (
  { session, terminal, json, signal, caller }: Invocation,
  id: string,
  watch: boolean,
): Promise<number> => {
  const seen = watch
    ? await watchImport({ session, terminal, id, quiet: json, signal })
    : (await session.client.call('getImport', { path: { id } })).body;
  const records = await firstNotTaken(session, seen);
  if (json) terminal.print(JSON.stringify({ ...seen, not_taken: records }));
  else showImport(terminal, seen, records);
  if (!json && seen.state === 'needs_review') {
    terminal.note('');
    terminal.note(
      `More records are wrong than allowed; nothing was written. Go on: ${caller} continue ${id} --watch`,
    );
    terminal.note(`Or end it: ${caller} cancel ${id}`);
  }
  return exitCodeOf(seen);
};
