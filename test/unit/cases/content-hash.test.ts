import { describe, expect, it } from 'vitest';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { CaseContent } from '#contracts/case.ts';
import { contentHash } from '#core/cases/content-hash.ts';

const hash = (fields: Record<string, unknown>) => contentHash(nodeHasher, CaseContent.parse(fields));

describe('contentHash', () => {
  it('does not depend on the order of keys, nested ones included', () => {
    expect(hash({ title: 't', attributes: { a: 1, b: { c: 2, d: 3 } } })).toBe(
      hash({ attributes: { b: { d: 3, c: 2 }, a: 1 }, title: 't' }),
    );
  });

  it('tells any change of the content', () => {
    const base = { title: 't', tags: ['a', 'b'], attributes: { a: 1 } };
    const others = [
      { ...base, title: 'T' },
      { ...base, tags: ['b', 'a'] },
      { ...base, attributes: { a: '1' } },
      { ...base, status: 'closed' },
    ];

    expect(new Set([base, ...others].map(hash)).size).toBe(5);
  });
});
