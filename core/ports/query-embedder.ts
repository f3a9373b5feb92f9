/** The vector of a query, and whether it was remembered. */
export type QueryEmbedding = { readonly vector: Float32Array; readonly cached: boolean };

/** Embeds the queries of people, which repeat themselves. */
export interface QueryEmbedder {
  readonly model: string;
  /** A remembered query is remembered inside its tenant only: nobody learns what another tenant asked. */
  embedQuery(tenant: string, text: string): Promise<QueryEmbedding>;
}
