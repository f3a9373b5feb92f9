/** One value of one metric, as a function or a service would report it to CloudWatch. */
export type Measurement = {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly value: number;
  /** Milliseconds of the epoch. */
  readonly at: number;
};
