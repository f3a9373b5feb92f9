/**
 * Seeds of the sample, kept apart so that what is reported was never tuned on: choose thresholds, weights, prompts and
 * phrase banks by looking at the tuning seeds, and publish numbers of the reporting seeds only.
 */
export const seeds = {
  /** What `npm start` loads; for looking at, never for numbers. */
  demo: 7,
  tuning: [11, 12, 13],
  /** 101 to 103 and 201 to 203 are spent: their results were seen while rules still changed. */
  reporting: [301, 302, 303],
} as const;
