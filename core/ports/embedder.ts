/** Whose texts these are, and what their vectors are for: some models embed what is searched and what is asked apart. */
export type EmbeddingUse = { readonly tenant: string; readonly purpose: 'passage' | 'query' };

/** Turns texts into vectors. Every implementation must pass test/contract/embedder.contract.ts. */
export interface Embedder {
  /** Names the model, its weights included, in letters, digits, dots and dashes; part of the index's name. */
  readonly model: string;
  readonly dimensions: number;
  /**
   * One vector a text, in order, of length 1; all zeros for a text that says nothing to the model. A text that is
   * longer than the model reads is embedded by its beginning. All or nothing: it throws rather than leave one out.
   */
  embed(texts: readonly string[], use: EmbeddingUse): Promise<readonly Float32Array[]>;
}
