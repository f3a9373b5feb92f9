/** A static embedding table: one row a piece of the vocabulary. */
export type StaticTable = {
  readonly rows: number;
  readonly dimensions: number;
  /** The factor of each row. */
  readonly scale: Float32Array;
  /** All rows, one after another. */
  readonly data: Int8Array;
};

const MAGIC = 'STV1';
const HEADER = 16;

/**
 * Reads a table: "STV1", rows, dimensions and a zero as 32-bit integers, a 32-bit float a row, 8-bit integers, all
 * little endian (models/README.md). Throws when the bytes are anything else.
 */
export const readStaticTable = (bytes: Uint8Array): StaticTable => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = new TextDecoder().decode(bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC) throw new Error('not a static embedding table');
  const rows = view.getUint32(4, true);
  const dimensions = view.getUint32(8, true);
  if (bytes.byteLength !== HEADER + rows * 4 + rows * dimensions) {
    throw new Error('the static embedding table is cut short');
  }
  // A copy begins at a border of four bytes, whatever buffer the file was read into (Buffer's own slice copies nothing).
  const body = new Uint8Array(bytes.subarray(HEADER)).buffer;
  return {
    rows,
    dimensions,
    scale: new Float32Array(body, 0, rows),
    data: new Int8Array(body, rows * 4, rows * dimensions),
  };
};
