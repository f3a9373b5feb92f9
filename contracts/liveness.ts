import * as z from 'zod';

/** Answer of the question whether the service lives. */
export const Liveness = z.object({ status: z.literal('healthy'), timestamp: z.string() });
