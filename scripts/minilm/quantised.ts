import type { Matrix } from './read-safetensors.ts';

/** Rows of 8-bit integers, each to be multiplied by its scale. */
export type Quantised = { readonly data: Int8Array; readonly scale: Float32Array };

const MOST = 127;

/** Rounds each row to 8-bit integers, symmetric about 0, by a scale of its own. */
export const quantised = ({ rows, columns, data }: Matrix): Quantised => {
  const scale = new Float32Array(rows);
  const small = new Int8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const numbers = data.subarray(row * columns, (row + 1) * columns);
    const greatest = numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
    scale[row] = greatest / MOST;
    const factor = greatest > 0 ? MOST / greatest : 0;
    for (const [column, number] of numbers.entries())
      small[row * columns + column] = Math.round(number * factor);
  }
  return { data: small, scale };
};

/** The same numbers with rows and columns changed, as a product from the right wants them. */
export const turned = (data: Int8Array, rows: number, columns: number): Int8Array => {
  const other = new Int8Array(data.length);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      other[column * rows + row] = data[row * columns + column] ?? 0;
    }
  }
  return other;
};
