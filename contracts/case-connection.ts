import * as z from 'zod';

const address = {
  host: z.string().min(1),
  port: z.int().min(1).max(65_535).default(5_432),
  database: z.string().min(1),
} as const;

/** How a function reaches the case database. */
export const CaseConnection = z.discriminatedUnion('kind', [
  /** RDS or Aurora, by a token that the function's role signs. */
  z.strictObject({ kind: z.literal('rds-iam'), ...address, user: z.string().min(1) }),
  /** Any PostgreSQL; the secret holds `username` and `password` as JSON. */
  z.strictObject({ kind: z.literal('secret'), ...address, secret: z.string().min(1) }),
  /** The PostgreSQL of the laptop form, without TLS. */
  z.strictObject({ kind: z.literal('local'), url: z.string().min(1) }),
]);
export type CaseConnection = z.infer<typeof CaseConnection>;
