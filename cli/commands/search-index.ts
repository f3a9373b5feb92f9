import { randomUUID } from 'node:crypto';
import { CliError } from '../cli-error.ts';
import type { Command, Invocation } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { showIndex } from '../show-index.ts';
import { watchRebuild } from '../watch-rebuild.ts';

const once = () => ({ 'idempotency-key': randomUUID() });

const followed = async (invocation: Invocation): Promise<number> => {
  const { session, terminal, json, signal } = invocation;
  const seen = await watchRebuild({ session, terminal, quiet: json, signal });
  if (json) terminal.print(JSON.stringify(seen));
  else showIndex(terminal, seen);
  return seen.last_rebuild?.outcome === 'completed' ? EXIT.ok : EXIT.notImported;
};

const status = async ({ session, terminal, json }: Invocation): Promise<number> => {
  const { body } = await session.client.call('getIndexStatus', {});
  if (json) terminal.print(JSON.stringify(body));
  else showIndex(terminal, body);
  return EXIT.ok;
};

const rebuild = async (invocation: Invocation): Promise<number> => {
  const { session, terminal, json, options, caller } = invocation;
  const { embedder } = options;
  const body = typeof embedder === 'string' ? { embedder } : {};
  const { body: begun } = await session.client.call('rebuildIndex', { body, headers: once() });
  if (options['detach'] !== true) return followed(invocation);
  if (json) terminal.print(JSON.stringify(begun));
  else terminal.print(`Rebuild begun. How far it is: ${caller} index status`);
  return EXIT.ok;
};

const cancel = async ({ session, terminal, json }: Invocation): Promise<number> => {
  const { body } = await session.client.call('cancelIndexRebuild', { headers: once() });
  if (json) terminal.print(JSON.stringify(body));
  else terminal.print('The rebuild is ended; what was searched before still is');
  return EXIT.ok;
};

const ACTIONS: Readonly<Record<string, (invocation: Invocation) => Promise<number>>> = {
  status,
  rebuild,
  cancel,
};

/** Shows the search index, rebuilds it, or ends the rebuild that runs. */
export const indexCommand: Command = {
  synopsis: 'index status|rebuild|cancel',
  summary: 'show the search index, rebuild it, or end the rebuild that runs',
  words: { least: 1, most: 1 },
  options: {
    embedder: { type: 'value', summary: 'rebuild: by this model instead of the one of the settings' },
    detach: { type: 'flag', summary: 'rebuild: do not stay until it ends' },
  },
  run(invocation) {
    const [word = ''] = invocation.words;
    const action = Object.hasOwn(ACTIONS, word) ? ACTIONS[word] : undefined;
    if (!action)
      throw new CliError(EXIT.usage, 'usage', `index takes status, rebuild or cancel, not "${word}"`);
    return action(invocation);
  },
};
