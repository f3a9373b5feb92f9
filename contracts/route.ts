import type { Permission } from './permission.ts';

/** One operation of the API: where it lives, which function serves it, and what the caller needs. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path as OpenAPI writes it, with `{id}` for parameters. */
  readonly path: string;
  readonly operationId: string;
  /** Folder under `lambdas/` whose function serves it. */
  readonly serves:
    | 'cases'
    | 'knowledge'
    | 'links'
    | 'review'
    | 'events'
    | 'imports'
    | 'search'
    | 'health'
    | 'index-admin'
    | 'jobs'
    | 'knowledge-admin'
    | 'patterns'
    | 'api-docs';
  /** `public` routes need no token. */
  readonly permission: Permission | 'public';
  /** Takes `Idempotency-Key`: what creates or triggers, and must not do so twice when a client asks again. */
  readonly once?: true;
};
