import * as z from 'zod';
import type { Permission } from './permission.ts';

/** Roles of a principal; `service` holds nothing by itself, its key's scopes say what it may. */
export const Role = z.enum(['admin', 'engineer', 'agent', 'viewer', 'service']);
export type Role = z.infer<typeof Role>;

const viewer: readonly Permission[] = ['cases:read', 'knowledge:read', 'search'];
const agent: readonly Permission[] = [
  ...viewer,
  'cases:write',
  'knowledge:link',
  'events:write',
  'search:feedback',
];
const engineer: readonly Permission[] = [
  ...agent,
  'imports:read',
  'knowledge:write',
  'knowledge:metrics',
  'knowledge:review',
  'patterns:read',
  'search:analytics',
  'health:read',
  'index:read',
  'jobs:read',
];
const admin: readonly Permission[] = [
  ...engineer,
  'knowledge:publish',
  'imports:write',
  'index:rebuild',
  'jobs:write',
  'knowledge:budget',
  'metrics',
];

/** The permissions of each role, the only place that says so. */
export const PERMISSIONS_OF_ROLE: Record<Role, readonly Permission[]> = {
  viewer,
  agent,
  engineer,
  admin,
  service: [],
};

/** Whether one of these roles holds a permission. */
export const holdsPermission = (roles: readonly Role[], permission: Permission): boolean =>
  roles.some((role) => PERMISSIONS_OF_ROLE[role].includes(permission));
