import { describe, expect, it } from 'vitest';
import { maskedQuery } from '#core/analytics/masked-query.ts';

describe('maskedQuery', () => {
  it.each([
    ['  Toner   LOW\n', 'toner low'],
    ['mail from Ada.Love+x@Example.co.uk bounced', 'mail from [email] bounced'],
    ['jörg@müller.de', '[email]'],
    ['call +49 (170) 123-4567 now', 'call [number] now'],
    ['card 4111 1111 1111 1111', 'card [number]'],
    ['account 00123456', 'account [number]'],
    ['error 0x0000011b after kb5034441', 'error 0x0000011b after kb5034441'],
    ['http 404 on port 8443', 'http 404 on port 8443'],
  ])('%j becomes %j', (query, masked) => {
    expect(maskedQuery(query)).toBe(masked);
  });

  it('ends at 100 characters, whole', () => {
    expect(maskedQuery('a'.repeat(99) + '😀 and more')).toMatch(/^a{99}\uFFFD$/);
  });

  it('takes no longer for what is made to be slow', () => {
    expect(maskedQuery('1 '.repeat(500))).toBe('[number]');
    expect(maskedQuery('a.'.repeat(500))).toHaveLength(100);
  });
});
