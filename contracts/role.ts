import * as z from 'zod';
import type { Permission } from './permission.ts';

/** Roles of a principal; `service` holds nothing by itself, its key's scopes say what it may. */
export const Role = z.enum(['admin', 'engineer', 'agent', 'viewer', 'service']);
export type Role = z.infer<typeof Role>;

const viewer: readonly Permission[] = ['cases:read', 'search'];
const agent: readonly Permission[] = [...viewer, 'cases:write'];
const engineer: readonly Permission[] = [...agent, 'imports:read'];
const admin: readonly Permission[] = [...engineer, 'imports:write'];

/** The permissions of each role, the only place that says so. */
export const PERMISSIONS_OF_ROLE: Record<Role, readonly Permission[]> = {
  viewer,
  agent,
  engineer,
  admin,
  service: [],
};
