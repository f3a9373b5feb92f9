import * as z from 'zod';

/** Every function of the product, named after its folder under `lambdas/`. */
export const FunctionName = z.enum([
  'authorise',
  'cases',
  'knowledge',
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
  'aggregate-searches',
  'rebuild-index',
]);
export type FunctionName = z.infer<typeof FunctionName>;
