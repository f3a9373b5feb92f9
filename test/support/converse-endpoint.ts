import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { carefulArticle, casesShown } from './careful-article.ts';
import { converseRequestFault, ConverseRequest } from './converse-request-check.ts';
import { spoiledArticle } from './spoiled-article.ts';

/** What the endpoint does instead of answering well, once for each time that it is told. */
export type ConverseMisbehaviour =
  | 'throttle'
  | 'unavailable'
  | 'internal error'
  | 'model error'
  | 'model timeout'
  | 'access denied'
  | 'hang'
  | 'stall in the middle'
  | 'too long'
  | 'cut off'
  | 'broken body'
  | 'no JSON'
  | 'another form'
  | 'unknown section'
  | 'endless text'
  | 'empty'
  | 'no statements'
  | 'filtered'
  | 'refusal'
  | 'malformed output'
  | 'no usage'
  | 'thinks first'
  | 'invented facts'
  | 'invented cases'
  | 'untidy quotes';

/** A token for each six letters or digits of a word, and for each sign: more than a real one of English, as codes have. */
const tokensOf = (text: string): number =>
  [...text.matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)].reduce(
    (sum, [piece]) => sum + Math.ceil(piece.length / 6),
    0,
  );

const REFUSALS = {
  throttle: [429, 'ThrottlingException', 'Too many requests, please wait before trying again.'],
  unavailable: [503, 'ServiceUnavailableException', 'The service is unavailable.'],
  'internal error': [500, 'InternalServerException', 'The system encountered an unexpected error.'],
  'model error': [
    424,
    'ModelErrorException',
    'The request failed due to an error while processing the model.',
  ],
  'model timeout': [408, 'ModelTimeoutException', 'The request took too long to process.'],
  'access denied': [
    403,
    'AccessDeniedException',
    "You don't have access to the model with the specified model ID.",
  ],
  'too long': [
    400,
    'ValidationException',
    'The model returned the following errors: prompt is too long: 250000 tokens',
  ],
} as const;
const isRefusal = (how: string | undefined): how is keyof typeof REFUSALS =>
  how !== undefined && how in REFUSALS;

const STOPS: Readonly<Partial<Record<ConverseMisbehaviour, string>>> = {
  'cut off': 'max_tokens',
  filtered: 'content_filtered',
  refusal: 'refusal',
  'malformed output': 'malformed_model_output',
};

const textOf = (how: ConverseMisbehaviour | undefined, json: string): string => {
  if (how === 'empty') return '';
  if (how === 'no JSON') return 'Sure! secret-marker';
  return how === 'cut off' ? json.slice(0, 200) : json;
};

type Call = { readonly modelId: string; readonly request: ConverseRequest; readonly cases: number };
type Answer = { readonly status: number; readonly type?: string; readonly body: string };

/** A server that speaks Converse as Bedrock does, strict about what models take, and misbehaves on demand. */
export const startConverseEndpoint = async () => {
  const calls: Call[] = [];
  const next: ConverseMisbehaviour[] = [];
  const usages: { readonly inputTokens: number; readonly outputTokens: number }[] = [];

  const refusal = (status: number, type: string, message: string): Answer => ({
    status,
    type,
    body: JSON.stringify({ message }),
  });

  const answer = (modelId: string, body: string, how: ConverseMisbehaviour | undefined): Answer => {
    const request = ConverseRequest.parse(JSON.parse(body));
    const user = request.messages[0].content[0].text;
    calls.push({ modelId, request, cases: casesShown(user) });
    if (isRefusal(how)) {
      const [status, type, message] = REFUSALS[how];
      return refusal(status, type, message);
    }
    const wrong = converseRequestFault(modelId, request);
    if (wrong !== undefined) return refusal(400, 'ValidationException', wrong);
    const written = spoiledArticle(carefulArticle(user), how);
    const text = textOf(how, JSON.stringify(written));
    const usage = {
      inputTokens: tokensOf(request.system[0].text) + tokensOf(user) + 350,
      outputTokens: how === 'cut off' ? request.inferenceConfig.maxTokens : tokensOf(text),
    };
    usages.push(usage);
    const said = request.toolConfig
      ? { toolUse: { toolUseId: 't-1', name: 'article', input: how === 'no JSON' ? text : written } }
      : { text };
    const content = how === 'empty' ? [] : [said];
    const thoughts =
      how === 'thinks first'
        ? [{ reasoningContent: { reasoningText: { text: 'Hm {', signature: 's' } } }]
        : [];
    const stopReason = STOPS[how ?? 'thinks first'] ?? (request.toolConfig ? 'tool_use' : 'end_turn');
    const whole = JSON.stringify({
      output: { message: { role: 'assistant', content: [...thoughts, ...content] } },
      stopReason,
      ...(how !== 'no usage' && { usage: { ...usage, totalTokens: usage.inputTokens + usage.outputTokens } }),
      metrics: { latencyMs: 5 },
    });
    return { status: 200, body: how === 'broken body' ? `${whole.slice(0, -40)}secret-marker` : whole };
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const modelId = /^\/model\/([^/]+)\/converse$/.exec(decodeURIComponent(request.url ?? ''))?.[1];
    const body = await readText(request);
    const how = next.shift();
    if (how === 'hang') return;
    const {
      status,
      type,
      body: answered,
    } = modelId === undefined
      ? refusal(404, 'UnknownOperationException', 'no such route')
      : answer(modelId, body, how);
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(type && { 'x-amzn-errortype': type }),
    });
    if (how === 'stall in the middle') return void response.write(answered.slice(0, 50));
    response.end(answered);
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      response.writeHead(400, {
        'content-type': 'application/json',
        'x-amzn-errortype': 'ValidationException',
      });
      response.end(JSON.stringify({ message: String(error) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    usages,
    /** What it does with the next requests, one after the other. */
    misbehave: (...how: readonly ConverseMisbehaviour[]) => void next.push(...how),
    reset: () => {
      calls.length = 0;
      next.length = 0;
      usages.length = 0;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
