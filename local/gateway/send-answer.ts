import type { ServerResponse } from 'node:http';
import type { HttpAnswer } from './http-answer.ts';

/** Headers that belong to the connection, which no function may set. */
const OF_THE_CONNECTION = new Set(['connection', 'content-length', 'transfer-encoding', 'keep-alive']);

/** Sends a complete answer. */
export const sendAnswer = (response: ServerResponse, { status, headers, body }: HttpAnswer): void => {
  for (const [name, value] of Object.entries(headers))
    if (!OF_THE_CONNECTION.has(name)) response.setHeader(name, value);
  if (status !== 204 && status !== 304) response.setHeader('content-length', body.length);
  response.writeHead(status).end(response.req.method === 'HEAD' ? undefined : body);
};
