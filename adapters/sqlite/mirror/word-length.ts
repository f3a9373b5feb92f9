/**
 * Words of a passage in all its columns, from what FTS5 keeps of it: one number a column, seven bits a byte, the highest
 * first (https://sqlite.org/fts5.html, "The %_docsize table").
 */
export const wordLength = (sizes: Uint8Array): number => {
  let [total, size] = [0, 0];
  for (const byte of sizes) {
    size = size * 0x80 + (byte & 0x7f);
    if (byte < 0x80) [total, size] = [total + size, 0];
  }
  return total;
};
