import type { RecordKey } from '#contracts/record-key.ts';

/** Keys of records whose passages must be made equal to their rows once more. */
export interface RepairQueue {
  /** Takes all keys or throws; a key that is sent twice does no harm. */
  send(keys: readonly RecordKey[]): Promise<void>;
}
