import type { AuthoriserContext } from '#contracts/principal.ts';

/** Who calls: an engineer of tenant `demo`; a test names only the fields it is about. */
export const aCaller = (overrides: Partial<AuthoriserContext> = {}): AuthoriserContext => ({
  tenant: 'demo',
  principal: 'demo-engineer',
  roles: ['engineer'],
  ...overrides,
});
