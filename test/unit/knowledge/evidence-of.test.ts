import { describe, expect, it } from 'vitest';
import { CaseContent } from '#contracts/case.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { evidenceOf, MOST_CASES } from '#core/knowledge/evidence-of.ts';
import type { StoredPattern } from '#core/knowledge/stored-pattern.ts';

const PATTERN: StoredPattern = {
  tenant: 'demo',
  id: 'p-1',
  category: 'hardware',
  label: 'stripes',
  product: 'Inkwell 20',
  size: 99,
  customers: 7,
  evidence: 'hash-1',
  outcome: { kind: 'waiting' },
  version: 1,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
};

const row = (id: string, content: Record<string, unknown> = {}): LivingCase => ({
  tenant: 'demo',
  id,
  version: 1,
  deleted: false,
  content: CaseContent.parse({
    title: 'Stripes',
    resolution: 'Replaced the drum.',
    status: 'resolved',
    ...content,
  }),
  contentHash: id,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
});
const feedItem = (id: string, at: string, author = 'Ada Lovelace') => ({
  id,
  type: 'email',
  author,
  body: ` body of ${id}\n`,
  created_at: at,
});
const idsOf = (cases: readonly LivingCase[]) => evidenceOf(PATTERN, cases).cases.map(({ id }) => id);

describe('evidenceOf', () => {
  it('takes pattern and texts as they are stored, the feed in its order', () => {
    const { cases, ...rest } = evidenceOf(PATTERN, [
      row('case-1', {
        description: ' as  typed ',
        customer: 'Firm',
        customer_email: 'ada@firm.example',
        product: 'Inkwell 20',
        resolved_at: '2026-02-01T00:00:00Z',
        feed: [feedItem('b', '2026-01-02T00:00:00Z'), feedItem('a', '2026-01-01T00:00:00Z')],
      }),
    ]);

    expect(rest).toEqual({
      tenant: 'demo',
      patternId: 'p-1',
      hash: 'hash-1',
      category: 'hardware',
      product: 'Inkwell 20',
      customers: 7,
      size: 99,
    });
    expect(cases).toMatchObject([
      {
        id: 'case-1',
        customer: 'Firm',
        people: ['ada@firm.example', 'Ada Lovelace'],
        texts: [
          { field: 'title', body: 'Stripes' },
          { field: 'description', body: ' as  typed ' },
          { field: 'resolution', body: 'Replaced the drum.' },
          { field: 'feed', type: 'email', body: ' body of a\n' },
          { field: 'feed', type: 'email', body: ' body of b\n' },
        ],
      },
    ]);
  });

  it('leaves out texts that say nothing', () => {
    const [one] = evidenceOf(PATTERN, [row('case-1', { description: ' ' })]).cases;

    expect(one?.texts.map(({ field }) => field)).toEqual(['title', 'resolution']);
  });

  it('puts those first that say most, each time of another customer, the newest first', () => {
    const whole = 'Looked at the drum. Root cause: a scratched drum. Replaced the drum. No stripe since.';
    const cases = [
      row('thin', { customer: 'A', resolution: 'Replaced the drum.' }),
      row('old', { customer: 'B', resolution: whole, resolved_at: '2026-01-01T00:00:00Z' }),
      row('new', { customer: 'B', resolution: whole, resolved_at: '2026-03-01T00:00:00Z' }),
      row('other', { customer: 'C', resolution: whole, resolved_at: '2025-01-01T00:00:00Z' }),
    ];

    expect(idsOf(cases)).toEqual(['new', 'other', 'old', 'thin']);
    expect(idsOf(cases.toReversed())).toEqual(['new', 'other', 'old', 'thin']);
  });

  it('takes forty of a large pattern', () => {
    const cases = Array.from({ length: 60 }, (_, n) => row(`case-${String(n).padStart(2, '0')}`));

    expect(idsOf(cases)).toHaveLength(MOST_CASES);
  });
});
