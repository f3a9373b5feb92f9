import * as z from 'zod';
import { RecordId } from './case.ts';
import { TenantId } from './principal.ts';

/** A message of the queue `repairs`: a case whose passage must be made equal to its row once more. */
export const RepairMessage = z.object({ tenant: TenantId, id: RecordId });
export type RepairMessage = z.infer<typeof RepairMessage>;
