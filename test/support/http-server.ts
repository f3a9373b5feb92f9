import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A request as it came over the wire. */
export type HttpCall = {
  readonly method: string;
  /** Path and query string. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

/** What is answered; undefined leaves the caller without an answer. */
export type HttpReply = { readonly status: number; readonly body?: unknown } | undefined;

/** A server on a free port of this machine that keeps every call, and answers as it is told. */
export const startHttpServer = async (answer: (call: HttpCall) => HttpReply | Promise<HttpReply>) => {
  const calls: HttpCall[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url: target = '', headers } = request;
    const call = { method, target, headers, body: (await buffer(request)).toString('utf8') };
    calls.push(call);
    const reply = await answer(call);
    if (!reply) return;
    response.writeHead(reply.status, { 'content-type': 'application/json; charset=UTF-8' });
    response.end(method === 'HEAD' ? undefined : JSON.stringify(reply.body ?? {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
