/** Candidates that each arm gives to the fusion; the pages of one search go through these and end. */
export const CANDIDATES = 200;
