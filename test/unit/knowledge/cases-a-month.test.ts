import { describe, expect, it } from 'vitest';
import type { EvidenceCase } from '#core/knowledge/evidence.ts';
import { casesAMonth } from '#core/knowledge/cases-a-month.ts';

const solvedAt = (...times: (string | undefined)[]): EvidenceCase[] =>
  times.map((resolvedAt, n) => ({ id: `c-${n}`, resolvedAt, texts: [] }));

describe('casesAMonth', () => {
  it.each([
    [
      'over two months',
      solvedAt('2026-01-01T00:00:00Z', '2026-01-31T00:00:00Z', '2026-03-02T00:00:00Z'),
      20,
      10,
    ],
    ['within a day', solvedAt('2026-01-01T00:00:00Z', '2026-01-01T05:00:00Z'), 6, 6],
  ])('spreads cases that were solved %s', (_, cases, size, expected) => {
    expect(casesAMonth({ cases, size })).toBe(expected);
  });

  it('knows nothing where times are unknown', () => {
    expect(casesAMonth({ cases: solvedAt(undefined, '2026-01-01T00:00:00Z'), size: 2 })).toBeUndefined();
  });
});
