/** What a caller may do; each route names one, each role holds some. */
export const PERMISSIONS = ['cases:read', 'cases:write', 'search', 'imports:read', 'imports:write'] as const;

/** One permission of the closed list. */
export type Permission = (typeof PERMISSIONS)[number];
