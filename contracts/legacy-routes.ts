import { routes } from './routes.ts';
import type { Route } from './route.ts';

const VERSION = '/api/v1';

/** Since when paths without the version are deprecated, and until when they answer at least. */
export const LEGACY = {
  deprecated: new Date('2026-11-01T00:00:00Z'),
  sunset: new Date('2027-11-01T00:00:00Z'),
} as const;

const own: ReadonlySet<string> = new Set(routes.map(({ path }) => path));

/** Routes by the paths that they had before the version; `/health` and its like are routes of their own. */
export const legacyRoutes: readonly Route[] = routes
  .filter(({ path }) => path.startsWith(VERSION) && !own.has(path.slice(VERSION.length)))
  .map((route) => ({
    ...route,
    path: route.path.slice(VERSION.length),
    operationId: `${route.operationId}Legacy`,
  }));

const legacy: ReadonlySet<string> = new Set(legacyRoutes.map(({ path }) => path));

/** The path that stands for a legacy one, e.g. `/api/v1/cases/{id}` for `/cases/{id}`; undefined for any other. */
export const successorOf = (path: string): string | undefined =>
  legacy.has(path) ? `${VERSION}${path}` : undefined;
