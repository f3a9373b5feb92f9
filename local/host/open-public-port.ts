import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Running } from '../resource-type.ts';
import { StartRefusal } from '../start-refusal.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** How long requests may still take when the server stops, ms. */
const DRAIN_MILLIS = 1000;

/** Listens on the loopback interface; a handler that throws gives a plain 500 and a line for the operator. */
export const openPublicPort = async (
  port: number,
  handle: Handler,
  log: (subject: string, line: string) => void,
): Promise<Running> => {
  const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: 0 }, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (request.socket.destroyed) return;
      log('http', `${request.method} ${request.url?.split('?')[0]}: ${String(error)}`);
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'content-type': 'text/plain' }).end('Internal server error\n');
    });
  });
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new StartRefusal(
      `Port ${port} is in use by another program; give another one, e.g. PORT=${port + 1} npm start.`,
      {
        cause: error,
      },
    );
  }
  return {
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await Promise.race([closed, sleep(DRAIN_MILLIS, undefined, { ref: false })]);
      server.closeAllConnections();
      await closed;
    },
  };
};
