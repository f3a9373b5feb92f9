/** Decides which traces are recorded. */
export type Sampling = {
  /** Sets the share, 0 to 1, of new traces that are recorded. */
  readonly setShare: (share: number) => void;
  /** Whether a new trace is recorded. */
  readonly decide: () => boolean;
};

/** X-Ray's own rule where the template has none: 5 % of requests. */
const DEFAULT_SHARE = 0.05;

/** Makes a sampler; `chance` gives numbers from 0 up to, not including, 1. */
export const createSampling = (chance: () => number): Sampling => {
  let share = DEFAULT_SHARE;
  return {
    setShare: (given) => {
      share = given;
    },
    decide: () => chance() < share,
  };
};
