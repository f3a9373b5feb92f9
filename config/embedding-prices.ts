/** USD for a million tokens of input, on demand; third-party tables of November 2026, which agree with each other. */
export const EMBEDDING_PRICES = { 'cohere-v4': 0.12, 'titan-v2': 0.02 } as const;
