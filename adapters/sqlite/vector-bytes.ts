/** A vector as SQLite holds it: 32-bit floats, little endian. */
export const vectorBytes = (vector: Float32Array): Uint8Array =>
  new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);

/** A vector that SQLite held, copied only where it does not begin at a border of four bytes. */
export const bytesVector = (bytes: Uint8Array): Float32Array =>
  bytes.byteOffset % Float32Array.BYTES_PER_ELEMENT === 0
    ? new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / Float32Array.BYTES_PER_ELEMENT)
    : new Float32Array(new Uint8Array(bytes).buffer);
