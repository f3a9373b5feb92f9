import { request as send, Agent } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

const agent = new Agent({ keepAlive: true });

/** Hands a request to the emulator as it came and its answer back; resolves with the status. */
export const forward = async (
  stream: IncomingMessage,
  response: ServerResponse,
  target: URL,
): Promise<number> => {
  const { host: _, authorization: __, ...headers } = stream.headers;
  const onward = send(target, { method: stream.method ?? 'GET', headers, agent });
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    onward.once('response', resolve).once('error', reject);
  });
  const [incoming] = await Promise.all([answer, pipeline(stream, onward)]);
  const status = incoming.statusCode ?? 502;
  response.writeHead(status, incoming.headers);
  await pipeline(incoming, response);
  return status;
};
