import { describe, expect, it } from 'vitest';
import { protobuf } from '../../../scripts/minilm/protobuf.ts';
import { quantised, turned } from '../../../scripts/minilm/quantised.ts';
import { readSafetensors } from '../../../scripts/minilm/read-safetensors.ts';

const safetensors = (header: object, data: Float32Array): Uint8Array => {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, json, Buffer.from(data.buffer)]);
};

describe('readSafetensors', () => {
  const file = safetensors(
    {
      __metadata__: { format: 'pt' },
      weight: { dtype: 'F32', shape: [2, 3], data_offsets: [0, 24] },
      other: { dtype: 'I64', shape: [1], data_offsets: [0, 8] },
    },
    new Float32Array([1, 2, 3, 4, 5, 6]),
  );

  it('gives rows and columns of what is asked for', () => {
    expect(readSafetensors(file)('weight')).toEqual({
      rows: 2,
      columns: 3,
      data: new Float32Array([1, 2, 3, 4, 5, 6]),
    });
  });

  it.each(['other', 'nothing'])('refuses %s', (name) => {
    expect(() => readSafetensors(file)(name)).toThrow(`no 32-bit floats ${name}`);
  });
});

describe('quantised', () => {
  it('gives each row a scale of its own', () => {
    const data = new Float32Array([1, -2, 0.5, 0, 0, 0]);

    const { data: small, scale } = quantised({ rows: 2, columns: 3, data });

    expect([...small]).toEqual([64, -127, 32, 0, 0, 0]);
    expect([...scale]).toEqual([expect.closeTo(2 / 127, 6), 0]);
  });

  it('is turned for a product from the right', () => {
    expect([...turned(new Int8Array([1, 2, 3, 4, 5, 6]), 2, 3)]).toEqual([1, 4, 2, 5, 3, 6]);
  });
});

describe('protobuf', () => {
  it('writes what the format says', () => {
    expect([...protobuf.int(1, 300)]).toEqual([0x08, 0xac, 0x02]);
    expect([...protobuf.int(2, 2 ** 40)]).toEqual([0x10, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20]);
    expect([...protobuf.text(2, 'testing')]).toEqual([0x12, 0x07, ...Buffer.from('testing')]);
    expect([...protobuf.message(3, protobuf.int(1, 150))]).toEqual([0x1a, 0x03, 0x08, 0x96, 0x01]);
    expect([...protobuf.float(2, 1)]).toEqual([0x15, 0, 0, 0x80, 0x3f]);
  });
});
