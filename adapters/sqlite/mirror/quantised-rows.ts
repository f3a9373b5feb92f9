import * as z from 'zod';
import { LANES, ROW_HEAD, scanModule } from './scan-module.ts';

/** Largest numbers of a row and of a query; sums of 4,096 products of both fit into 32 bits. */
const ROW_MOST = 127;
const QUERY_MOST = 4_095;
const MOST_DIMENSIONS = 4_096;
/** Rows whose scores are taken out at once; they stay in the processor's cache. */
const BLOCK = 4_096;
/** WebAssembly grows by pages of 64 KiB. */
const PAGE = 65_536;
/** Rows are made ready for so many times more than are asked for, so that growing stays rare. */
const AHEAD = 1.25;

const Scan = z.custom<(row: number, last: number, score: number) => void>(
  (value) => typeof value === 'function',
);

/** Vectors in 8 bits a dimension and one factor a row, in memory, by the number of their row. */
export type QuantisedRows = {
  /** Puts a vector of length 1 at a row; undefined empties it. */
  readonly put: (row: number, vector: Float32Array | undefined) => void;
  /**
   * How near each row is to a query: proportional to the cosine but for rounding, the larger the nearer, NaN for an empty
   * row. The list is good until the next call.
   */
  readonly scores: (query: Float32Array) => Float32Array;
  readonly bytes: () => number;
};

const largest = (vector: Float32Array): number => {
  let most = 0;
  // Indexed on purpose, here and where rows are put: loading a tenant goes through millions of these.
  for (let n = 0; n < vector.length; n += 1) {
    const value = Math.abs(vector[n] ?? 0);
    if (value > most) most = value;
  }
  return most;
};

/** Makes room for vectors of so many dimensions. */
export const quantisedRows = (dimensions: number): QuantisedRows => {
  if (dimensions > MOST_DIMENSIONS) throw new Error(`vectors of ${dimensions} dimensions are not searched`);
  const width = Math.ceil(dimensions / LANES) * LANES;
  const stride = ROW_HEAD + width;
  const scoresAt = 2 * width;
  const rowsAt = Math.ceil((scoresAt + 4 * BLOCK) / 16) * 16;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(rowsAt / PAGE) });
  const instance = new WebAssembly.Instance(scanModule(width), { index: { rows: memory } });
  const scan = Scan.parse(instance.exports['scan']);
  let view = new DataView(memory.buffer);
  let numbers = new Int8Array(memory.buffer);
  let scores = new Float32Array(0);
  let rows = 0;

  const makeRoom = (row: number): void => {
    const needed = rowsAt + (row + 1) * stride;
    if (needed > memory.buffer.byteLength) {
      memory.grow(Math.ceil((needed * AHEAD - memory.buffer.byteLength) / PAGE));
      view = new DataView(memory.buffer);
      numbers = new Int8Array(memory.buffer);
    }
    for (; rows <= row; rows += 1) view.setFloat32(rowsAt + rows * stride, Number.NaN, true);
  };
  const writeQuery = (query: Float32Array): void => {
    const factor = QUERY_MOST / (largest(query) || 1);
    for (const [n, value] of query.entries()) view.setInt16(2 * n, Math.round(value * factor), true);
  };

  return {
    put(row, vector) {
      if (vector && vector.length !== dimensions)
        throw new Error(`a vector of ${vector.length} dimensions among vectors of ${dimensions}`);
      makeRoom(row);
      const at = rowsAt + row * stride;
      const most = vector ? largest(vector) : Number.NaN;
      view.setFloat32(at, most, true);
      numbers.fill(0, at + ROW_HEAD, at + stride);
      if (!vector || most === 0) return;
      const factor = ROW_MOST / most;
      const first = at + ROW_HEAD;
      for (let n = 0; n < dimensions; n += 1) {
        const value = (vector[n] ?? 0) * factor;
        // Storing cuts the fraction off, so this rounds, in half the time of Math.round.
        numbers[first + n] = value < 0 ? value - 0.5 : value + 0.5;
      }
    },
    scores(query) {
      if (query.length !== dimensions)
        throw new Error(`a query of ${query.length} dimensions among vectors of ${dimensions}`);
      if (scores.length < rows) scores = new Float32Array(Math.ceil(rows * AHEAD)).fill(Number.NaN);
      writeQuery(query);
      for (let row = 0; row < rows; row += BLOCK) {
        const count = Math.min(BLOCK, rows - row);
        const start = rowsAt + row * stride;
        scan(start, start + count * stride, scoresAt);
        scores.set(new Float32Array(memory.buffer, scoresAt, count), row);
      }
      return scores.subarray(0, rows);
    },
    bytes: () => memory.buffer.byteLength + scores.byteLength,
  };
};
