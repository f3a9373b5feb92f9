import { describe, expect, it } from 'vitest';
import { termsOf } from '#core/knowledge/terms.ts';

describe('termsOf', () => {
  it('takes words of three letters and more, each once, and no address', () => {
    expect(termsOf('The fan, the FAN of ann.lee@example.org and <bob@x.de> at 4711 E-42b @ noon')).toEqual([
      'the',
      'fan',
      'and',
      '42b',
      'noon',
    ]);
  });

  it('reads a long text without spaces, with an @ or without', () => {
    const long = 'x'.repeat(250_000);

    expect(termsOf(long)).toEqual([long]);
    expect(termsOf(`${long}@${long}`)).toEqual([]);
  });
});
