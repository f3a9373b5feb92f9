import { Agent, request as open } from 'node:http';

/** A request as it goes out, its path raw. */
export type RawRequest = {
  readonly method: string;
  /** Path and query, percent-encoded or deliberately not well so. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
};

/** What came back, or that nothing did. */
export type RawAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

const LONGEST_WAIT = 20_000;

/** Sends requests exactly as they are: `fetch` would tidy their paths. A request without an answer in 20 s rejects. */
export const httpExchange = (url: string) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const { hostname, port } = new URL(url);

  const send = ({ method, target, headers, body }: RawRequest): Promise<RawAnswer> => {
    const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>();
    // Node frames the body of a GET only when told how long it is.
    const framed = body ? { ...headers, 'content-length': String(body.length) } : headers;
    const sent = open(
      {
        agent,
        hostname,
        port,
        method,
        path: target,
        headers: framed,
        signal: AbortSignal.timeout(LONGEST_WAIT),
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const pairs = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(pairs),
            body: Buffer.concat(chunks),
          });
        });
      },
    );
    sent.once('error', reject);
    sent.end(body);
    return promise;
  };

  return { send, close: () => agent.destroy() };
};
