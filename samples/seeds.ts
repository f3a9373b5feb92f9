/**
 * Seeds of the sample, kept apart so that what is reported was never tuned on: choose thresholds, weights, prompts and
 * phrase banks by looking at the tuning seeds, and publish numbers of the reporting seeds only.
 */
export const seeds = {
  /** What `npm start` loads; for looking at, never for numbers. */
  demo: 7,
  tuning: [11, 12, 13],
  reporting: [101, 102, 103],
} as const;
