import type { RebuildMessage } from '#contracts/rebuild-message.ts';

/** The queue of rebuilds: messages arrive at least once, in any order, `delaySeconds` (0–900) later at the earliest. */
export interface RebuildQueue {
  /** Takes all messages or throws. */
  send(messages: readonly RebuildMessage[], delaySeconds?: number): Promise<void>;
}
