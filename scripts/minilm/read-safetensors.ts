import * as z from 'zod';

const Header = z.record(
  z.string(),
  z.object({
    dtype: z.string(),
    shape: z.array(z.int()),
    data_offsets: z.tuple([z.int(), z.int()]),
  }),
);

/** Numbers in rows: `rows` × `columns`, or one row. */
export type Matrix = { readonly rows: number; readonly columns: number; readonly data: Float32Array };

/**
 * Reads a safetensors file (a 64-bit length, a JSON header, the numbers) and answers its tensors of 32-bit floats by
 * name; throws for a name that is not there or of another type.
 */
export const readSafetensors = (file: Uint8Array): ((name: string) => Matrix) => {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const length = Number(view.getBigUint64(0, true));
  const json: unknown = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length)));
  const { __metadata__: _metadata, ...tensors } = z.record(z.string(), z.unknown()).parse(json);
  const header = Header.parse(tensors);
  return (name) => {
    const found = header[name];
    if (found?.dtype !== 'F32') throw new Error(`the weights have no 32-bit floats ${name}`);
    const [start, end] = found.data_offsets.map((offset) => 8 + length + offset);
    const { buffer } = new Uint8Array(file.subarray(start, end));
    const columns = found.shape.at(-1) ?? 1;
    const data = new Float32Array(buffer);
    return { rows: data.length / columns, columns, data };
  };
};
