const PREFIX = { 'cohere-v4': 'cohere-embed-v4', 'titan-v2': 'titan-embed-v2' } as const;

/** The name of a model of Bedrock at one size: vectors of two sizes are as foreign to each other as those of two models. */
export const bedrockModelName = (name: keyof typeof PREFIX, dimensions: number): string =>
  `${PREFIX[name]}-${dimensions}`;
