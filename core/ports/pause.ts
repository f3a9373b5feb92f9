/** Waiting between tries, as a dependency. */
export interface Pause {
  /** Waits before the try of that number (2 is the first repetition), longer and less evenly each time. */
  before(attempt: number): Promise<void>;
}
