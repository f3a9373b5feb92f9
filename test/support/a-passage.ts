import type { Passage } from '#core/search/passage.ts';

/** A vector of length 1 in eight dimensions that points along the axes named, equally. */
export const aVector = (...axes: readonly number[]): Float32Array =>
  new Float32Array(8).map((_, axis) => (axes.includes(axis) ? 1 / Math.sqrt(axes.length) : 0));

/** A passage of tenant `demo`; a test names only the fields it is about. */
export const aPassage = (overrides: Partial<Passage> = {}): Passage => ({
  tenant: 'demo',
  kind: 'case',
  id: 'c-1',
  version: 1,
  title: 'Printer prints blank pages',
  summary: undefined,
  text: 'All pages come out white.',
  vector: aVector(0),
  category: undefined,
  product: undefined,
  status: 'open',
  state: undefined,
  audience: undefined,
  customer: undefined,
  tags: [],
  createdAt: '2026-01-02T03:04:05.000Z',
  updatedAt: '2026-01-02T03:04:05.000Z',
  ...overrides,
});
