import type { IndexName } from '#core/search/index-name.ts';

/** The first generation of a model of 8 dimensions, changed as told. */
export const anIndexName = (overrides: Partial<IndexName> = {}): IndexName => ({
  model: 'm-8',
  dimensions: 8,
  generation: 1,
  ...overrides,
});
