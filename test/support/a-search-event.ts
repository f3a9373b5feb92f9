import type { SearchEvent } from '#contracts/search-event.ts';

/** One search of tenant `demo` that found something. */
export const aSearchEvent = (overrides: Partial<SearchEvent> = {}): SearchEvent => ({
  tenant: 'demo',
  event_id: 'e-1',
  kind: 'hybrid',
  at: '2026-03-01T12:10:00.000Z',
  took_ms: 12,
  results: 3,
  low_score: false,
  cache: 'miss',
  engine: 'memory',
  model: 'm',
  fingerprint: 'f',
  query: 'toner',
  ...overrides,
});
