/** One field of a protobuf message, encoded. */
export type Field = Uint8Array;

const VARINT = 0;
const BYTES = 2;
const FIXED_32 = 5;

const varint = (value: number): Uint8Array => {
  const bytes: number[] = [];
  // Numbers here are not negative and below 2^53, which shifts would cut at 32 bits.
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Uint8Array.of(...bytes, rest);
};

const tag = (field: number, wire: number): Uint8Array => varint(field * 8 + wire);

const joined = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** Writers of the few kinds of protobuf fields that a model file needs; numbers from 0 to 2^53. */
export const protobuf = {
  int: (field: number, value: number): Field => joined([tag(field, VARINT), varint(value)]),
  float: (field: number, value: number): Field => {
    const bytes = new DataView(new ArrayBuffer(4));
    bytes.setFloat32(0, value, true);
    return joined([tag(field, FIXED_32), new Uint8Array(bytes.buffer)]);
  },
  bytes: (field: number, value: Uint8Array): Field =>
    joined([tag(field, BYTES), varint(value.length), value]),
  text: (field: number, value: string): Field => protobuf.bytes(field, new TextEncoder().encode(value)),
  message: (field: number, ...fields: readonly Field[]): Field => protobuf.bytes(field, joined(fields)),
  file: (...fields: readonly Field[]): Uint8Array => joined(fields),
};
