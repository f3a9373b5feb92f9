import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Running } from '../resource-type.ts';
import { CloudwatchError } from './cloudwatch-error.ts';
import type { MetricStore } from './create-metric-store.ts';
import { getMetricData } from './get-metric-data.ts';

/** A CloudWatch that answers at `endpoint`. */
export type Cloudwatch = Running & { readonly endpoint: string };

type Settings = {
  readonly store: MetricStore;
  /** Whether an access key was given out; what its role may do is for the front before. */
  readonly knows: (accessKeyId: string) => boolean;
  readonly newId: () => string;
  readonly log: (subject: string, line: string) => void;
};

const PROTOCOL = 'application/x-amz-json-1.0';
/** CloudWatch's name in the protocol AWS JSON 1.0, which the AWS SDK for JavaScript speaks with it. */
const TARGET = 'GraniteServiceVersion20100801.';

const SIGNED_BY = /^AWS4-HMAC-SHA256 Credential=([^/]+)\//;

/** Serves CloudWatch's GetMetricData on a free port of the loopback interface. */
export const serveCloudwatch = async (settings: Settings): Promise<Cloudwatch> => {
  const server = createServer((request, response) => {
    void answer(request, settings).then((sent) => send(response, settings.newId(), sent));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('CloudWatch has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

type Answer = { readonly status: number; readonly body: unknown; readonly code?: string };

const answer = async (request: IncomingMessage, settings: Settings): Promise<Answer> => {
  try {
    return { status: 200, body: await act(request, settings) };
  } catch (error) {
    if (error instanceof CloudwatchError) return refusal(error);
    settings.log('cloudwatch', String(error));
    return refusal(new CloudwatchError('InternalServiceFault', 'Internal failure', 500));
  }
};

const act = async (request: IncomingMessage, { store, knows }: Settings): Promise<unknown> => {
  const body = await text(request);
  if (request.headers['content-type'] !== PROTOCOL)
    throw new CloudwatchError('SerializationException', `the laptop form speaks ${PROTOCOL} only`);
  const [, accessKeyId] = SIGNED_BY.exec(request.headers.authorization ?? '') ?? [];
  if (accessKeyId === undefined || !knows(accessKeyId))
    throw new CloudwatchError('MissingAuthenticationToken', 'the request is not signed by a function', 403);
  const target = request.headers['x-amz-target'];
  if (target !== `${TARGET}GetMetricData`)
    throw new CloudwatchError('UnknownOperationException', `${String(target)} is not known here`, 404);
  return getMetricData(store, parseJson(body));
};

const parseJson = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new CloudwatchError('SerializationException', cause.message);
    throw cause;
  }
};

const refusal = ({ status, code, message }: CloudwatchError): Answer => ({
  status,
  code,
  body: { __type: `com.amazonaws.cloudwatch#${code}`, message },
});

const send = (response: ServerResponse, requestId: string, { status, body, code }: Answer): void => {
  response
    .writeHead(status, {
      'content-type': PROTOCOL,
      'x-amzn-requestid': requestId,
      // The name from the days of the query protocol, which clients of that time look for.
      ...(code === 'ValidationException' && { 'x-amzn-query-error': 'ValidationError;Sender' }),
    })
    .end(JSON.stringify(body));
};
