import { describe, expect, it } from 'vitest';
import { Attributes, NewCase } from '#contracts/case.ts';
import { isShallow } from '#contracts/json-depth.ts';
import { isWellFormed } from '#contracts/well-formed.ts';

const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

describe('isShallow', () => {
  it('counts lists and objects', () => {
    expect(isShallow('text', 0)).toBe(true);
    expect(isShallow({ a: [1, { b: 2 }] }, 3)).toBe(true);
    expect(isShallow({ a: [1, { b: 2 }] }, 2)).toBe(false);
  });

  it('is broken by no depth', () => {
    expect(isShallow(nested(100_000), 30)).toBe(false);
    expect(isWellFormed(nested(100_000))).toBe(true);
  });
});

describe('attributes', () => {
  it('are refused when they nest deeply, wherever it stands', () => {
    expect(Attributes.safeParse({ a: nested(29) }).success).toBe(true);
    expect(Attributes.safeParse({ a: nested(30) }).success).toBe(false);
    expect(NewCase.safeParse({ title: 't', attributes: { a: nested(5_000) } }).success).toBe(false);
    expect(NewCase.safeParse({ title: nested(5_000) }).success).toBe(false);
  });
});
