/** The time of day, as a dependency. */
export interface Clock {
  now(): Date;
}
