import type { RecordKind } from '#contracts/record-key.ts';

/** Records of one kind and tenant. */
export type RecordGroup = { readonly tenant: string; readonly kind: RecordKind };
