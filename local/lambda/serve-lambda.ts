import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import type { Mappings, MappingView } from '../event-sources/create-mappings.ts';
import type { Iam } from '../iam/create-iam.ts';
import { callerOfCall } from '../iam/json-call.ts';
import { JsonRefusal } from '../iam/json-refusal.ts';
import type { ArnPlace } from '../iam/need.ts';
import type { Running } from '../resource-type.ts';

/** A Lambda that answers at `endpoint`. */
export type LambdaService = Running & { readonly endpoint: string };

type Settings = ArnPlace & {
  readonly mappings: Pick<Mappings, 'find' | 'set'>;
  readonly iam: Pick<Iam, 'callerOf' | 'refusal'>;
  readonly now: () => Date;
  readonly log: (subject: string, line: string) => void;
};

const PATH = /^\/2015-03-31\/event-source-mappings\/([^/?]+)\/?$/;
/** Nothing else of a mapping can be changed here: it would differ from the template. */
const Update = z.strictObject({ Enabled: z.boolean() });

const ACTIONS: Readonly<Record<string, string>> = {
  GET: 'lambda:GetEventSourceMapping',
  PUT: 'lambda:UpdateEventSourceMapping',
};

type Answer = { readonly status: number; readonly body: unknown; readonly error?: string };

/** Serves reading, enabling and disabling of event-source mappings on a free port of the loopback interface, as far as the caller's role allows. */
export const serveLambda = async (settings: Settings): Promise<LambdaService> => {
  const server = createServer((request, response) => {
    void answer(request, settings).then((sent) => send(response, sent));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Lambda has no port');
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

const answer = async (request: IncomingMessage, settings: Settings): Promise<Answer> => {
  try {
    return await act(request, settings);
  } catch (error) {
    if (error instanceof JsonRefusal) return refused(403, error.type, error.message);
    settings.log('lambda', String(error));
    return refused(500, 'ServiceException', 'Internal failure');
  }
};

const act = async (request: IncomingMessage, settings: Settings): Promise<Answer> => {
  const { iam, region, accountId } = settings;
  const { method = 'GET', url = '/', headers } = request;
  const body = await buffer(request);
  const caller = callerOfCall({ method, url, headers, body }, settings);
  const id = PATH.exec(url)?.[1];
  const action = ACTIONS[method];
  if (id === undefined || action === undefined)
    return refused(404, 'UnknownOperationException', 'not known here');
  const resource = `arn:aws:lambda:${region}:${accountId}:event-source-mapping:${id}`;
  const refusal = await iam.refusal(caller, [{ action, resource }]);
  if (refusal) return refused(403, 'AccessDeniedException', refusal.message);
  return answerFor(settings.mappings, id, method === 'GET' ? undefined : body);
};

/** Shows a mapping, or changes it by a body. */
const answerFor = async (
  mappings: Settings['mappings'],
  id: string,
  body: Buffer | undefined,
): Promise<Answer> => {
  const mapping = mappings.find(id);
  if (!mapping)
    return refused(404, 'ResourceNotFoundException', 'The resource you requested does not exist.');
  if (!body) return { status: 200, body: viewOf(mapping, mapping.enabled ? 'Enabled' : 'Disabled') };
  const update = Update.safeParse(JSON.parse(body.toString('utf8')));
  if (!update.success)
    return refused(400, 'InvalidParameterValueException', 'the laptop form changes Enabled only');
  await mappings.set(id, update.data.Enabled);
  return { status: 202, body: viewOf(mapping, update.data.Enabled ? 'Enabling' : 'Disabling') };
};

const viewOf = ({ id, sourceArn, functionArn }: MappingView, state: string) => ({
  UUID: id,
  EventSourceArn: sourceArn,
  FunctionArn: functionArn,
  State: state,
});

const refused = (status: number, error: string, message: string): Answer => ({
  status,
  error,
  body: { Type: status < 500 ? 'User' : 'Service', message, Message: message },
});

const send = (response: ServerResponse, { status, body, error }: Answer): void => {
  response
    .writeHead(status, {
      'content-type': 'application/json',
      ...(error !== undefined && { 'x-amzn-errortype': error }),
    })
    .end(JSON.stringify(body));
};
