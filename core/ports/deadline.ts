/** How long the work may go on. */
export interface Deadline {
  /** Milliseconds until it is cut off. */
  remaining(): number;
}
