import * as z from 'zod';

/** Every function of the product, named after its folder under `lambdas/`. */
export const FunctionName = z.enum([
  'authorise',
  'cases',
  'knowledge',
  'events',
  'imports',
  'search',
  'health',
  'index-admin',
  'api-docs',
  'split-upload',
  'dispatch-segments',
  'write-segment',
  'project-changes',
  'repair-projection',
  'verify-segment',
  'tend-imports',
  'tend-breakers',
  'aggregate-searches',
  'rebuild-index',
  'jobs',
  'start-job',
  'record-run',
  'check-health',
  'sync-cases',
  'vectorise',
]);
export type FunctionName = z.infer<typeof FunctionName>;
