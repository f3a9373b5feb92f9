/** What a caller may do; each route names one, each role holds some. */
export const PERMISSIONS = [
  'cases:read',
  'cases:write',
  'knowledge:read',
  'knowledge:write',
  'knowledge:link',
  'knowledge:metrics',
  'knowledge:review',
  'knowledge:publish',
  'patterns:read',
  'events:write',
  'search',
  'search:feedback',
  'search:analytics',
  'imports:read',
  'imports:write',
  'health:read',
  'index:read',
  'index:rebuild',
  'jobs:read',
  'jobs:write',
  'knowledge:budget',
  'metrics',
] as const;

/** One permission of the closed list. */
export type Permission = (typeof PERMISSIONS)[number];
