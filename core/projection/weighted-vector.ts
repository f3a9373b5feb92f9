/** The title's weight beside the text's 1 (models/README.md says what it gave). */
const TITLE_WEIGHT = 0.5;

/** The vector of a passage from those of its text and title, of length 1; undefined where neither says anything to the model. */
export const weightedVector = (text: Float32Array, title: Float32Array): Float32Array | undefined => {
  const sum = text.map((value, n) => value + TITLE_WEIGHT * (title[n] ?? 0));
  const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
  return length > 0 ? sum.map((value) => value / length) : undefined;
};
