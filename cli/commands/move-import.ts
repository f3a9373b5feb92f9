import { randomUUID } from 'node:crypto';
import { ApiProblem } from '#client/api-problem.ts';
import type { Command, Invocation } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { followImport } from '../follow-import.ts';

type Move = 'cancel' | 'continue' | 'retry';
type State = { readonly id: string; readonly state: string };

const isState = (value: unknown): value is State =>
  typeof value === 'object' && value !== null && 'id' in value && 'state' in value;

/** Sends the wish; the path is the same for every move. */
const send = async ({ session, signal }: Invocation, move: Move, id: string): Promise<State> => {
  const response = await fetch(`${session.profile.url}/api/v1/imports/${encodeURIComponent(id)}/${move}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await session.token()}`, 'idempotency-key': randomUUID() },
    signal,
  });
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const body: unknown = isJson ? await response.json() : await response.text();
  if (response.ok && isState(body)) return body;
  throw new ApiProblem(response.status, body, response.headers.get('x-request-id') ?? undefined);
};

const moveCommand = (move: Move, summary: string): Command => ({
  synopsis: `${move} ID`,
  summary,
  words: { least: 1, most: 1 },
  options: { watch: { type: 'flag', summary: 'stay until it ends' } },
  async run(invocation) {
    const { words, options, terminal, json } = invocation;
    const moved = await send(invocation, move, words[0] ?? '');
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
