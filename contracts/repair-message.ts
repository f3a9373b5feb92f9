import * as z from 'zod';
import { RecordId } from './case.ts';
import { TenantId } from './principal.ts';
import { RecordKind } from './record-key.ts';

/** A message of the queue `repairs`: a record whose passage must be made equal to its row once more; a case where no kind is named. */
export const RepairMessage = z.object({
  tenant: TenantId,
  id: RecordId,
  kind: RecordKind.default('case'),
});
export type RepairMessage = z.infer<typeof RepairMessage>;
