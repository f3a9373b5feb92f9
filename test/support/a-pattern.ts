import type { PatternGroup } from '#contracts/pattern-group.ts';
import type { StoredPattern } from '#core/knowledge/stored-pattern.ts';

/** A pattern of tenant `demo`; a test names only the fields it is about. */
export const aPattern = (overrides: Partial<StoredPattern> = {}): StoredPattern => ({
  tenant: 'demo',
  id: 'p-1',
  category: 'power_supply',
  label: 'charger, sparks',
  product: undefined,
  size: 2,
  customers: 2,
  evidence: 'e'.repeat(64),
  decidedOn: undefined,
  heir: undefined,
  outcome: { kind: 'waiting' },
  version: 1,
  createdAt: '2026-01-02T03:04:05.000Z',
  updatedAt: '2026-01-02T03:04:05.000Z',
  ...overrides,
});

/** The file of a pattern of two cases. */
export const aPatternGroup = (overrides: Partial<PatternGroup> = {}): PatternGroup => ({
  format: 1,
  case_ids: ['c-1', 'c-2'],
  remedies: [['c-1', 'c-2']],
  joins: [],
  near_problems: [],
  near_remedies: [],
  apart_from: [],
  thresholds: { remedy: 0.5, complaint: 0.55, near: 0.35 },
  grouped_at: '2026-01-02T03:04:05.000Z',
  ...overrides,
});
