import { once } from 'node:events';
import { Agent, createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Running } from '../resource-type.ts';
import type { Iam } from './create-iam.ts';
import { callerOfCall } from './json-call.ts';
import { JsonRefusal } from './json-refusal.ts';
import type { ArnPlace, Need } from './need.ts';

type Settings = ArnPlace & {
  /** Address of the emulator behind the front. */
  readonly emulatorEndpoint: string;
  readonly iam: Iam;
  readonly needsOf: (operation: string, body: unknown, place: ArnPlace) => readonly Need[] | undefined;
  /** How the service answers what it refuses: its status and headers. */
  readonly refusal: { readonly status: number; readonly headers: Readonly<Record<string, string>> };
  readonly now: () => Date;
};

/** A front that listens, and where. */
export type JsonFront = Running & { readonly endpoint: string };

/** DynamoDB and SQS take less; what is longer is not worth reading. */
const MOST_BYTES = 20 * 1024 * 1024;

/**
 * Listens before an emulator that speaks AWS's JSON protocol and lets pass what the caller's role allows. The body is
 * read once; what passes goes on byte for byte, and the answer comes back as a stream.
 */
export const startJsonFront = async (settings: Settings): Promise<JsonFront> => {
  const agent = new Agent({ keepAlive: true });
  const target = new URL(settings.emulatorEndpoint);

  const pass = (call: IncomingMessage, body: Buffer, response: ServerResponse): void => {
    const { host: _, ...headers } = call.headers;
    const onward = send({
      agent,
      host: target.hostname,
      port: target.port,
      method: call.method,
      path: call.url,
      headers: { ...headers, 'content-length': body.length },
    });
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('error', () => response.destroy()).pipe(response);
    });
    // As if the emulator itself had hung up: the SDK tries again.
    onward.on('error', () => response.destroy());
    onward.end(body);
  };

  const serve = async (call: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readWhole(call);
    try {
      await check(settings, call, body);
    } catch (error) {
      if (!(error instanceof JsonRefusal)) throw error;
      return refuse(response, error, settings.refusal);
    }
    pass(call, body, response);
  };

  const server = createServer({ keepAliveTimeout: 65_000 }, (call, response) => {
    serve(call, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the front has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      agent.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
};

const check = async (settings: Settings, call: IncomingMessage, body: Buffer): Promise<void> => {
  const { method = 'POST', url = '/', headers } = call;
  const caller = callerOfCall({ method, url, headers, body }, settings);
  const operation = String(headers['x-amz-target']).split('.').at(-1) ?? '';
  const needs = settings.needsOf(operation, parseJson(body), settings);
  if (!needs) {
    throw new JsonRefusal(
      'UnknownOperationException',
      `The laptop form does not know what right ${operation} needs.`,
    );
  }
  const refused = await settings.iam.refusal(caller, needs);
  if (refused) throw new JsonRefusal('AccessDeniedException', refused.message);
};

const parseJson = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new JsonRefusal('SerializationException', 'The body is no JSON');
  }
};

const refuse = (
  response: ServerResponse,
  error: JsonRefusal,
  { status, headers }: Settings['refusal'],
): void => {
  const body = error.toJson();
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
};

const readWhole = async (call: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of call) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MOST_BYTES) throw new Error(`a request is longer than ${MOST_BYTES} bytes`);
    chunks.push(bytes);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
};
