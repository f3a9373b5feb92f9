import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readCursor, writeCursor } from '#lambdas/shared/cursor.ts';
import { pathSegment } from '#lambdas/shared/path-segment.ts';
import { etagOf, ifMatchVersion } from '#lambdas/shared/etag.ts';

describe('If-Match', () => {
  it('names the version of our own tag', () => {
    expect(ifMatchVersion(etagOf(7))).toBe(7);
  });

  it.each([undefined, '*', ' * '])('demands nothing when it is %s', (header) => {
    expect(ifMatchVersion(header)).toBeUndefined();
  });

  it.each(['7', 'W/"7"', '"abc"', '""', '"1","2"'])('matches no version when it is %s', (header) => {
    expect(() => ifMatchVersion(header)).toThrow(expect.objectContaining({ code: 'version_mismatch' }));
  });
});

describe('a path segment', () => {
  it.each([
    ['c-1', 'c-1'],
    ['a/b ä', 'a%2Fb%20%C3%A4'],
    ['.', '%2E'],
    ['..', '%2E%2E'],
    ['...', '...'],
  ])('of %s is %s', (id, segment) => {
    expect(pathSegment(id)).toBe(segment);
  });
});

describe('a cursor', () => {
  const Place = z.strictObject({ list: z.literal('mine'), at: z.int() });

  it('comes back as it was written', () => {
    expect(readCursor(Place, writeCursor({ list: 'mine', at: 3 }))).toEqual({ list: 'mine', at: 3 });
  });

  it.each(['', 'AAAA', '%%%', writeCursor({ list: 'yours', at: 3 }), writeCursor(null)])(
    'is refused when it is "%s"',
    (text) => {
      expect(() => readCursor(Place, text)).toThrow(expect.objectContaining({ code: 'malformed_request' }));
    },
  );
});
