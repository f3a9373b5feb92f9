/** Turns texts into vectors. Every implementation must pass test/contract/embedder.contract.ts. */
export interface Embedder {
  /** Names the model, its weights included, in letters, digits, dots and dashes; part of the index's name. */
  readonly model: string;
  readonly dimensions: number;
  /** One vector a text, in order, of length 1; all zeros for a text that says nothing to the model. */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
}
