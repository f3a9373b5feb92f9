/** A queue that messages of one kind are sent to. test/contract/sqs-outbox.test.ts says what it promises. */
export interface Outbox<Message extends { readonly tenant: string }> {
  /** Takes all messages or throws; they arrive at least once, in any order, `delaySeconds` (0–900) later at the earliest. */
  send(messages: readonly Message[], delaySeconds?: number): Promise<void>;
}
