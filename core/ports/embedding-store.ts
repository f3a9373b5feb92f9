/** Whose vectors, of which model: no tenant finds what another one's text cost. */
export type EmbeddingScope = { readonly tenant: string; readonly model: string };

/**
 * Keeps vectors by the hash of their text, so that no text is paid for twice and an index can be rebuilt from it.
 * What is kept never changes: whoever writes a hash again writes the same vector. Every implementation must pass
 * test/contract/embedding-store.contract.ts.
 */
export interface EmbeddingStore {
  /** The vectors that are kept, by hash; any number of hashes, each SHA-256 in hexadecimal. */
  find(scope: EmbeddingScope, hashes: readonly string[]): Promise<ReadonlyMap<string, Float32Array>>;
  keep(scope: EmbeddingScope, vectors: ReadonlyMap<string, Float32Array>): Promise<void>;
}
