import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { readSearchCursor, searchFingerprint, writeSearchCursor } from '#core/search/search-cursor.ts';

const mark = searchFingerprint(nodeHasher, 'demo', { query: 'toner' });

describe('search cursor', () => {
  it('comes back as it went, and needs no escape in a URL', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (offset) => {
        const cursor = writeSearchCursor(mark, offset);
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(readSearchCursor(mark, cursor)).toBe(offset);
      }),
    );
  });

  it('begins at 0 without one', () => {
    expect(readSearchCursor(mark, undefined)).toBe(0);
  });

  it.each([
    ['another tenant', searchFingerprint(nodeHasher, 'other', { query: 'toner' })],
    ['another query', searchFingerprint(nodeHasher, 'demo', { query: 'drum' })],
  ])('is refused for %s', (_, foreign) => {
    expect(() => readSearchCursor(mark, writeSearchCursor(foreign, 10))).toThrow(
      expect.objectContaining({ code: 'malformed_request' }),
    );
  });

  it('is refused when it is anything else, and never a fault', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readSearchCursor(mark, text)).toThrow(
          expect.objectContaining({ code: 'malformed_request' }),
        );
      }),
    );
  });
});
