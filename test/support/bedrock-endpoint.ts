import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { staticEmbedder } from '#adapters/embedded/static-embedder.ts';
import { theStaticModel } from './the-static-model.ts';

/** What the endpoint does instead of answering well, once for each time that it is told. */
export type Misbehaviour =
  | 'throttle'
  | 'unavailable'
  | 'hang'
  | 'one vector too few'
  | 'one number too few'
  | 'NaN'
  | 'null'
  | 'cut short'
  | 'no token count'
  | 'named types';

const Cohere = z.strictObject({
  input_type: z.enum(['search_document', 'search_query']),
  texts: z.array(z.string().min(1).max(128_000)).min(1).max(96),
  embedding_types: z.tuple([z.literal('float')]),
  output_dimension: z.union([z.literal(256), z.literal(512), z.literal(1024), z.literal(1536)]),
  truncate: z.literal('NONE'),
});
const Titan = z.strictObject({
  inputText: z.string().min(1).max(50_000),
  dimensions: z.union([z.literal(256), z.literal(512), z.literal(1024)]),
  normalize: z.literal(true),
});

type Call = { readonly modelId: string; readonly texts: readonly string[]; readonly purpose?: string };
type Answered = { readonly tokens: number; readonly json: string };
type Refusal = { readonly status: number; readonly type: string; readonly message: string };

const TITAN_TOKENS = 8_192;
/** A token a word or sign, which is how the tests count. */
const tokensOf = (text: string): number => (text.match(/\w+|[^\w\s]/g) ?? []).length;

const refuse = (response: ServerResponse, { status, type, message }: Refusal): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type });
  response.end(JSON.stringify({ message }));
};

const THROTTLED = { status: 429, type: 'ThrottlingException', message: 'Too many requests' };
const UNAVAILABLE = { status: 503, type: 'ServiceUnavailableException', message: 'try again' };

/** A server that speaks InvokeModel for Cohere Embed v4 and Titan v2 as Bedrock does, over the static model, and misbehaves on demand. */
export const startBedrockEndpoint = async () => {
  const model = staticEmbedder(theStaticModel());
  const calls: Call[] = [];
  const next: Misbehaviour[] = [];
  let [running, mostAtOnce] = [0, 0];

  const vectorsOf = async (texts: readonly string[], dimensions: number): Promise<number[][]> => {
    const vectors = await model.embed(texts, { tenant: 'none', purpose: 'passage' });
    // Longer than 1 on purpose: nothing promises that a service normalises.
    return vectors.map((vector) =>
      Array.from({ length: dimensions }, (_, n) => 3 * (vector[n % vector.length] ?? 0)),
    );
  };

  const answer = async (
    modelId: string,
    body: unknown,
    how: Misbehaviour | undefined,
  ): Promise<Answered | Refusal> => {
    const cohere = modelId.includes('cohere');
    const asked = cohere ? Cohere.parse(body) : Titan.parse(body);
    const texts = 'texts' in asked ? asked.texts : [asked.inputText];
    const dimensions = 'texts' in asked ? asked.output_dimension : asked.dimensions;
    calls.push({ modelId, texts, purpose: 'texts' in asked ? asked.input_type : undefined });
    const tokens = texts.reduce((sum, text) => sum + tokensOf(text), 0);
    if (!cohere && tokens > TITAN_TOKENS) {
      const message = `400 Bad Request: Too many input tokens. Max input tokens: ${TITAN_TOKENS}, request input token count: ${tokens}`;
      return { status: 400, type: 'ValidationException', message };
    }
    const vectors = await vectorsOf(texts, dimensions);
    if (how === 'one vector too few') vectors.pop();
    if (how === 'one number too few') vectors[0]?.pop();
    const answered = cohere
      ? {
          id: 'call',
          response_type: 'embeddings_floats',
          embeddings: how === 'named types' ? { float: vectors } : vectors,
          texts,
        }
      : { embedding: vectors[0], inputTextTokenCount: tokens };
    const json = JSON.stringify(answered);
    const spoiled = how === 'NaN' || how === 'null' ? json.replace(/-?\d\.\d+/, how) : json;
    return { tokens, json: how === 'cut short' ? spoiled.slice(0, -20) : spoiled };
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const modelId = /^\/model\/([^/]+)\/invoke$/.exec(decodeURIComponent(request.url ?? ''))?.[1];
    const body: unknown = JSON.parse(await readText(request));
    const how = next.shift();
    if (how === 'hang') return;
    if (how === 'throttle') return refuse(response, THROTTLED);
    if (how === 'unavailable') return refuse(response, UNAVAILABLE);
    const answered = await answer(modelId ?? '', body, how);
    if ('status' in answered) return refuse(response, answered);
    // Long enough for others to arrive.
    await pause(5);
    const counted = { 'x-amzn-bedrock-input-token-count': String(answered.tokens) };
    response.writeHead(200, {
      'content-type': 'application/json',
      ...(how === 'no token count' ? {} : counted),
    });
    response.end(answered.json);
  };

  const server = createServer((request, response) => {
    running += 1;
    mostAtOnce = Math.max(mostAtOnce, running);
    response.on('close', () => (running -= 1));
    serve(request, response).catch((error: unknown) =>
      refuse(response, { status: 400, type: 'ValidationException', message: String(error) }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    mostAtOnce: () => mostAtOnce,
    /** What it does with the next requests, one after the other. */
    misbehave: (...how: readonly Misbehaviour[]) => next.push(...how),
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
