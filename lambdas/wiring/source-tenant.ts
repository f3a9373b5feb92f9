import * as z from 'zod';
import { TenantId } from '#contracts/principal.ts';

/** The environment variable `CASE_TENANT` of functions that only must know whose case database is followed; `-` where none is. */
export const SourceTenant = z.union([z.literal('-').transform(() => undefined), TenantId]);
