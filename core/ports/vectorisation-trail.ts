/** What the vectorization tells operators. */
export interface VectorisationTrail {
  /** A record whose passage could not be made, and why. */
  failed(tenant: string, error: unknown): void;
  /** A rebuild of the index was begun. */
  rebuildBegan(generation: number): void;
}
