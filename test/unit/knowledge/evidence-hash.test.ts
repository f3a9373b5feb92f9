import { describe, expect, it } from 'vitest';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { evidenceHash } from '#core/knowledge/evidence-hash.ts';

const ONE = { id: 'c-1', contentHash: 'a' };
const TWO = { id: 'c-2', contentHash: 'b' };

describe('evidenceHash', () => {
  it('is the same whatever the order', () => {
    expect(evidenceHash(nodeHasher, [ONE, TWO])).toBe(evidenceHash(nodeHasher, [TWO, ONE]));
  });

  it.each([
    ['a case less', [ONE]],
    ['another case', [ONE, { ...TWO, id: 'c-3' }]],
    ['other words', [ONE, { ...TWO, contentHash: 'c' }]],
    ['an id that runs into the hash', [{ id: 'c-1a', contentHash: '' }, TWO]],
  ])('differs for %s', (_what, parts) => {
    expect(evidenceHash(nodeHasher, parts)).not.toBe(evidenceHash(nodeHasher, [ONE, TWO]));
  });
});
