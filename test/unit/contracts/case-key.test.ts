import { describe, expect, it } from 'vitest';
import { readCaseKey, writeCaseKey } from '#contracts/case-key.ts';

describe('a case key', () => {
  it.each(['c-1', '#', 'a#b#c', 'ä/ö %23'])('comes back as it was written with the id %s', (id) => {
    expect(readCaseKey(writeCaseKey({ tenant: 'demo', id }))).toEqual({ tenant: 'demo', id });
  });

  it.each(['', 'demo', 'demo#', '#c-1', 'DEMO#c-1'])('is not read from "%s"', (text) => {
    expect(() => readCaseKey(text)).toThrow(/not the key|pattern/);
  });
});
