/** A part that the service stands on, e.g. the case table or the search index. */
export interface Component {
  readonly name: string;
  /** Resolves when the part answers; rejects when it does not. */
  ping(): Promise<void>;
}
