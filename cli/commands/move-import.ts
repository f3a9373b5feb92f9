import { randomUUID } from 'node:crypto';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { followImport } from '../follow-import.ts';

type Move = 'cancel' | 'continue' | 'retry';

const OPERATIONS = { cancel: 'cancelImport', continue: 'continueImport', retry: 'retryImport' } as const;

const moveCommand = (move: Move, summary: string): Command => ({
  synopsis: `${move} ID`,
  summary,
  words: { least: 1, most: 1 },
  options: { watch: { type: 'flag', summary: 'stay until it ends' } },
  async run(invocation) {
    const { words, options, terminal, json, session } = invocation;
    const [id = ''] = words;
    const headers = { 'idempotency-key': randomUUID() };
    const { body: moved } = await session.client.call(OPERATIONS[move], { path: { id }, headers });
    if (options['watch'] === true) return followImport(invocation, moved.id, true);
    if (json) terminal.print(JSON.stringify(moved));
    else terminal.print(`Import ${moved.id} is ${terminal.paint('bold', moved.state)}`);
    return EXIT.ok;
  },
});

/** Ends an import. */
export const cancelCommand = moveCommand('cancel', 'end an import; what was written stays');
/** Lets an import that needs review go on. */
export const continueCommand = moveCommand('continue', 'let an import that needs review go on');
/** Tries the failed records of an import again. */
export const retryCommand = moveCommand('retry', 'try the failed records of an import again');
