import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hmacSigner } from '#adapters/system/hmac-signer.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { readSearchId, resultMark, writeSearchId } from '#core/analytics/search-id.ts';

const signer = hmacSigner(new Uint8Array(32).fill(1));
const parts = { hasher: nodeHasher, signer };
const search = { eventId: '01ARZ3NDEKTSV4RRFFQ69G5FAV', at: 1_772_366_400_000, continued: false };

describe('a search id', () => {
  it('carries time and results', () => {
    const id = writeSearchId(parts, 'demo', { ...search, resultIds: ['c-1', 'c 2/ü'] });

    expect(readSearchId(parts, 'demo', id)).toEqual({
      ...search,
      marks: new Set([resultMark(nodeHasher, 'c-1'), resultMark(nodeHasher, 'c 2/ü')]),
    });
  });

  it('is short enough for a hundred results, and may have none', () => {
    const resultIds = Array.from({ length: 100 }, (_, n) => 'x'.repeat(190) + n);
    const id = writeSearchId(parts, 'demo', { ...search, continued: true, resultIds });

    expect(id.length).toBeLessThan(1_200);
    expect(readSearchId(parts, 'demo', id)).toMatchObject({ continued: true });
    const empty = writeSearchId(parts, 'demo', { ...search, resultIds: [] });
    expect(readSearchId(parts, 'demo', empty)?.marks.size).toBe(0);
  });

  it('is worth nothing elsewhere or when anything of it is changed', () => {
    const id = writeSearchId(parts, 'demo', { ...search, resultIds: ['c-1'] });
    const stranger = hmacSigner(new Uint8Array(32).fill(2));

    expect(readSearchId(parts, 'other', id)).toBeUndefined();
    expect(readSearchId({ signer: stranger }, 'demo', id)).toBeUndefined();
    expect(readSearchId(parts, 'demo', '01ARZ3NDEKTSV4RRFFQ69G5FAV')).toBeUndefined();
    fc.assert(
      fc.property(
        fc.nat(id.length - 1),
        fc.constantFrom('s', 'p', '.', '0', 'a', 'z', 'Z', '-', '_', 'f'),
        (at, letter) => {
          const changed = id.slice(0, at) + letter + id.slice(at + 1);
          fc.pre(changed !== id);
          expect(readSearchId(parts, 'demo', changed)).toBeUndefined();
        },
      ),
    );
  });
});
