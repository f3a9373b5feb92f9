/** A resolved case as grouping sees it: how its problem is told, and how it was mended. */
export type PatternCase = {
  readonly id: string;
  readonly customer?: string | undefined;
  /** Title and description. */
  readonly problem: string;
  /** The resolution. */
  readonly remedy: string;
};
