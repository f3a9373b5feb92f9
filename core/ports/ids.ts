/** Makes ids that sort by time (ULID), as a dependency. */
export interface Ids {
  next(): string;
}
