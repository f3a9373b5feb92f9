import * as z from 'zod';

/** How much of the machine an import may take. */
export const ImportProfile = z.enum(['small', 'medium', 'large', 'xlarge']);
export type ImportProfile = z.infer<typeof ImportProfile>;
