import * as z from 'zod';

const Region = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/);

/** A model of Bedrock: where it is called, and what it costs (the price of input, nothing else is charged). */
const bedrock = {
  region: Region,
  usdPerMillionTokens: z.number().positive(),
};

/**
 * Which model makes the vectors. Another one, or another size, makes another index: the old one is not searched any
 * more, and everything is embedded again.
 */
export const EmbeddingSettings = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('static') }),
  z.strictObject({
    name: z.literal('minilm'),
    /** Processes of each function that embeds. */
    workers: z.int().min(1).max(8),
  }),
  z.strictObject({
    name: z.literal('cohere-v4'),
    ...bedrock,
    /** With `global.`, texts may be worked on in any commercial region; without, in `region` only. */
    modelId: z.string().regex(/^(global\.)?cohere\.embed-v4:0$/),
    dimensions: z.union([z.literal(256), z.literal(512), z.literal(1024), z.literal(1536)]),
  }),
  z.strictObject({
    name: z.literal('titan-v2'),
    ...bedrock,
    modelId: z.literal('amazon.titan-embed-text-v2:0'),
    dimensions: z.union([z.literal(256), z.literal(512), z.literal(1024)]),
  }),
]);
export type EmbeddingSettings = z.infer<typeof EmbeddingSettings>;
