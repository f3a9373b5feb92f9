import * as z from 'zod';

/** A client that may ask for tokens; without a secret it is public and must use the code flow. */
export const Client = z.object({ client_id: z.string().min(1), client_secret: z.string().min(1).optional() });
export type Client = z.infer<typeof Client>;

/** The demo clients of a user pool, from its metadata. */
export const PoolMetadata = z.looseObject({ 'caselore:clients': z.array(Client).default([]) });
