import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';

/** Calls on the way at once, over connections that are kept. */
const SOCKETS = 16;

/**
 * A client of the models of a region: an answer in 6 s a try, at most four tries with the SDK's jittered backoff, unless
 * the caller says otherwise. Over HTTP/1.1: a connection of the SDK's default, HTTP/2, does not survive the freezing of a function.
 */
export const bedrockClient = (
  region: string,
  {
    millisecondsATry = 6_000,
    maxAttempts = 4,
    ...where
  }: { endpoint?: string; millisecondsATry?: number; maxAttempts?: number } = {},
): BedrockRuntimeClient =>
  new BedrockRuntimeClient({
    ...where,
    region,
    maxAttempts,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 1_000,
      requestTimeout: millisecondsATry,
      throwOnRequestTimeout: true,
      httpsAgent: { maxSockets: SOCKETS },
      httpAgent: { maxSockets: SOCKETS },
    }),
  });
