import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import type { EmbeddingUse } from '#core/ports/embedder.ts';
import type { EmbeddingMeter } from '#core/ports/embedding-meter.ts';

/** What an embedder on Bedrock is made with. */
export type BedrockModel = {
  readonly client: BedrockRuntimeClient;
  /** Of a foundation model or of an inference profile, e.g. `global.cohere.embed-v4:0`. */
  readonly modelId: string;
  readonly dimensions: number;
  readonly meter: EmbeddingMeter;
};

/**
 * Characters of a text that are embedded, some 8,000 tokens of English: what Titan reads at all, and where Cohere's
 * context of 128,000 tokens cannot be reached by any text, so that the service never shortens silently.
 */
export const MOST_CHARACTERS = 32_000;

/** About what a token of English is; only for what a service does not count itself. */
export const CHARACTERS_A_TOKEN = 4;

/** Milliseconds for one call of `embed`, all tries together: a person waits for a query, a queue comes back. */
export const BUDGET: Readonly<Record<EmbeddingUse['purpose'], number>> = { query: 4_000, passage: 22_000 };
