import * as z from 'zod';
import { Role } from './role.ts';

/** A tenant's id: one customer organisation. */
export const TenantId = z.string().regex(/^[a-z0-9-]{3,40}$/);

/** Who calls: a user or a machine client, known by the subject of its token. */
export const Principal = z.object({
  subject: z.string().min(1).max(200),
  tenant: TenantId,
  roles: z.array(Role),
  disabled: z.boolean().optional(),
});
export type Principal = z.infer<typeof Principal>;

/** What the authoriser hands to a function; API Gateway carries strings only, so roles are joined by commas. */
export const AuthoriserContext = z.object({
  tenant: TenantId,
  principal: z.string().min(1),
  roles: z.string().transform((joined) => z.array(Role).parse(joined.split(',').filter(Boolean))),
});
export type AuthoriserContext = z.infer<typeof AuthoriserContext>;
