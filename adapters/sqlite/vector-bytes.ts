/** A vector as SQLite holds it: 32-bit floats, little endian. */
export const vectorBytes = (vector: Float32Array): Uint8Array =>
  new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);

/** A vector that SQLite held; the copy also brings it to a border of four bytes. */
export const bytesVector = (bytes: Uint8Array): Float32Array =>
  new Float32Array(new Uint8Array(bytes).buffer);
