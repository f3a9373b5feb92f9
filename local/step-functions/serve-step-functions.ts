import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import type { Running } from '../resource-type.ts';
import type { StepFunctions } from './create-step-functions.ts';
import type { ExecutionRecord } from './execution-record.ts';
import { StepFunctionsError } from './step-functions-error.ts';

type Settings = {
  readonly stepFunctions: StepFunctions;
  readonly newId: () => string;
  readonly log: (subject: string, line: string) => void;
};

const PROTOCOL = 'application/x-amz-json-1.0';
const TARGET = 'AWSStepFunctions.';

const Start = z.object({
  stateMachineArn: z.string(),
  name: z.string().optional(),
  input: z.string().default('{}'),
});
const Describe = z.object({ executionArn: z.string() });
const Stop = Describe.extend({ error: z.string().optional(), cause: z.string().optional() });

/** Serves StartExecution, DescribeExecution and StopExecution on a free port of the loopback interface; what a caller may do is for the front before. */
export const serveStepFunctions = async (
  settings: Settings,
): Promise<Running & { readonly endpoint: string }> => {
  const server = createServer((request, response) => {
    void answer(request, settings).then((sent) => send(response, settings.newId(), sent));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Step Functions has no port');
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

type Answer = { readonly status: number; readonly body: unknown };

const answer = async (request: IncomingMessage, settings: Settings): Promise<Answer> => {
  try {
    const operation = String(request.headers['x-amz-target']).replace(TARGET, '');
    return { status: 200, body: await act(operation, parseJson(await text(request)), settings) };
  } catch (error) {
    if (error instanceof StepFunctionsError) return refusal(400, error.code, error.message);
    if (error instanceof z.ZodError) return refusal(400, 'ValidationException', z.prettifyError(error));
    settings.log('states', String(error));
    return refusal(500, 'InternalServerException', 'Internal failure');
  }
};

const act = async (
  operation: string,
  body: unknown,
  { stepFunctions, newId }: Settings,
): Promise<unknown> => {
  switch (operation) {
    case 'StartExecution': {
      const { stateMachineArn, name = newId(), input } = Start.parse(body);
      const { executionArn, startDate } = stepFunctions.start(stateMachineArn, { name, input });
      return { executionArn, startDate: seconds(startDate) };
    }
    case 'DescribeExecution':
      return described(stepFunctions.find(Describe.parse(body).executionArn));
    case 'StopExecution': {
      const { executionArn, ...why } = Stop.parse(body);
      const { stopDate } = await stepFunctions.abort(executionArn, why);
      return { stopDate: stopDate && seconds(stopDate) };
    }
    default:
      throw new StepFunctionsError('UnknownOperationException', `${operation} is not known here`);
  }
};

const described = ({ startDate, stopDate, ...record }: ExecutionRecord) => ({
  ...record,
  startDate: seconds(startDate),
  ...(stopDate !== undefined && { stopDate: seconds(stopDate) }),
});

/** Times of the protocol are seconds since 1970. */
const seconds = (iso: string): number => Date.parse(iso) / 1000;

const parseJson = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new StepFunctionsError('SerializationException', String(cause));
  }
};

const refusal = (status: number, code: string, message: string): Answer => ({
  status,
  body: { __type: `com.amazonaws.swf.service.v2.model#${code}`, message },
});

const send = (response: ServerResponse, requestId: string, { status, body }: Answer): void => {
  response
    .writeHead(status, { 'content-type': PROTOCOL, 'x-amzn-requestid': requestId })
    .end(JSON.stringify(body));
};
