/** The direction of a model's numbers, of length 1 (all zeros stay so); throws when they are not `dimensions` finite numbers. */
export const unitVector = (values: ArrayLike<number>, dimensions: number): Float32Array => {
  if (values.length !== dimensions) {
    throw new Error(`the model gave ${values.length} numbers, not ${dimensions}`);
  }
  const numbers = Float64Array.from(values);
  const length = Math.hypot(...numbers);
  if (!Number.isFinite(length)) throw new Error('the model gave a vector that is not of finite numbers');
  return Float32Array.from(numbers, (value) => (length > 0 ? value / length : 0));
};
