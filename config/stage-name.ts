import * as z from 'zod';

/** The environments: two forms of the laptop, two of the cloud. */
export const StageName = z.enum(['local', 'test', 'dev', 'prod']);
export type StageName = z.infer<typeof StageName>;
