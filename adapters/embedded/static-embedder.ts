import { createHash } from 'node:crypto';
import type { Embedder } from '#core/ports/embedder.ts';
import { readStaticTable, type StaticTable } from './static-table.ts';
import { wordPiece } from './word-piece.ts';

/** Pieces of a text that are read; what follows does not count. */
const MOST_PIECES = 512;

/** The two files of the model, as they stand in models/. */
export type StaticModel = { readonly table: Uint8Array; readonly vocabulary: Uint8Array };

/** The sum of the rows of these pieces, scaled to length 1; the mean points the same way. */
const direction = ({ dimensions, scale, data }: StaticTable, pieces: readonly number[]): Float32Array => {
  const vector = new Float32Array(dimensions);
  for (const piece of pieces) {
    const factor = scale[piece] ?? 0;
    const start = piece * dimensions;
    // Indexed on purpose: this loop is most of the time that an import spends on embedding.
    for (let n = 0; n < dimensions; n += 1) vector[n] = (vector[n] ?? 0) + factor * (data[start + n] ?? 0);
  }
  let square = 0;
  for (const value of vector) square += value * value;
  const factor = square > 0 ? 1 / Math.sqrt(square) : 0;
  return vector.map((value) => value * factor);
};

/** The embedded model: a table of word-piece vectors, no network, some ten thousand texts a second. */
export const staticEmbedder = ({ table: bytes, vocabulary }: StaticModel): Embedder => {
  const table = readStaticTable(bytes);
  const pieces = wordPiece(new TextDecoder().decode(vocabulary));
  const hash = createHash('sha256').update(bytes).update(vocabulary).digest('hex').slice(0, 12);
  return {
    model: `static-en-${table.dimensions}-${hash}`,
    dimensions: table.dimensions,
    embed: async (texts) => texts.map((text) => direction(table, pieces(text, MOST_PIECES))),
  };
};
