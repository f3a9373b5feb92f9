/** What one call of a paid or limited model took. */
export type EmbeddingUsage = {
  readonly tenant: string;
  readonly model: string;
  readonly texts: number;
  /** As the service counted them, where it says so; estimated otherwise. */
  readonly tokens: number;
  /** Texts of which only the beginning was embedded. */
  readonly shortened: number;
};

/** Takes note of what embedding uses, by tenant. */
export interface EmbeddingMeter {
  used(usage: EmbeddingUsage): void;
}
