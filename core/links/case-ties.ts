/** What was last known of a case that articles rest on. */
export type KnownOutcome = {
  readonly resolved: boolean;
  /** Hash of its resolution. */
  readonly remedy: string;
};

/** Which articles have to do with a case. */
export type CaseTies = {
  readonly caseId: string;
  /** Raised whenever one of the lists below changes. */
  readonly revision: number;
  /** Articles that rest on it. */
  readonly restedOn: readonly string[];
  /** Articles that rested on it once: their versions may still quote it. */
  readonly before: readonly string[];
  /** Articles that people linked to it. */
  readonly linked: readonly string[];
  /** Undefined until it was first looked at. */
  readonly known: KnownOutcome | undefined;
};
