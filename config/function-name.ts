import * as z from 'zod';

/** Every function of the product, named after its folder under `lambdas/`. */
export const FunctionName = z.enum([
  'authorise',
  'cases',
  'imports',
  'search',
  'health',
  'split-upload',
  'dispatch-segments',
  'write-segment',
  'project-changes',
  'repair-projection',
  'verify-segment',
  'tend-imports',
]);
export type FunctionName = z.infer<typeof FunctionName>;
