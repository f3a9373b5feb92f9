import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { readSearchPlace, writeSearchCursor } from '#core/search/search-cursor.ts';

const read = (cursor: string | undefined, tenant = 'demo', query = 'toner') =>
  readSearchPlace(nodeHasher, { tenant, search: { query }, cursor });

const beginning = read(undefined);

describe('search cursor', () => {
  it('comes back as it went, and needs no escape in a URL', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (offset) => {
        const cursor = writeSearchCursor({ ...beginning, offset });
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(read(cursor)).toEqual({ ...beginning, offset });
      }),
    );
  });

  it('begins at 0 without one', () => {
    expect(beginning.offset).toBe(0);
  });

  it.each([
    ['another tenant', read(undefined, 'other')],
    ['another query', read(undefined, 'demo', 'drum')],
  ])('is refused for %s', (_, foreign) => {
    expect(() => read(writeSearchCursor({ ...foreign, offset: 10 }))).toThrow(
      expect.objectContaining({ code: 'malformed_request' }),
    );
  });

  it('is refused when it is anything else, and never a fault', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => read(text)).toThrow(expect.objectContaining({ code: 'malformed_request' }));
      }),
    );
  });
});
