/** Scores moved and scaled so that the best is 1 and the worst 0; equal scores are all 1. */
export const minMax = (scores: readonly number[]): readonly number[] => {
  const best = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  const worst = scores.reduce((a, b) => Math.min(a, b), Infinity);
  return scores.map((score) => (best === worst ? 1 : (score - worst) / (best - worst)));
};
