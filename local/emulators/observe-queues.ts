import type { SqsQueue, SqsStore } from '../../node_modules/fauxqs/dist/sqs/sqsStore.js';
import type { QueueFacts } from '../cloudwatch/queue-facts.ts';

type Traffic = { sent: number; received: number; deleted: number };

/** Counts what goes through the queues from now on; the answer tells each queue's facts and begins to count anew. */
export const observeQueues = (
  store: SqsStore,
  prototype: Pick<SqsQueue, 'enqueue' | 'dequeue' | 'deleteMessage'>,
  now: () => number,
): (() => readonly QueueFacts[]) => {
  const traffic = new Map<string, Traffic>();
  const of = (name: string): Traffic => {
    const known = traffic.get(name) ?? { sent: 0, received: 0, deleted: 0 };
    traffic.set(name, known);
    return known;
  };
  const { enqueue, dequeue, deleteMessage } = prototype;
  prototype.enqueue = function counted(this: SqsQueue, ...parameters) {
    of(this.name).sent += 1;
    return enqueue.apply(this, parameters);
  };
  prototype.dequeue = function counted(this: SqsQueue, ...parameters) {
    const messages = dequeue.apply(this, parameters);
    of(this.name).received += messages.length;
    return messages;
  };
  prototype.deleteMessage = function counted(this: SqsQueue, ...parameters) {
    const deleted = deleteMessage.apply(this, parameters);
    if (deleted) of(this.name).deleted += 1;
    return deleted;
  };

  return () =>
    store.listQueues().queues.flatMap(({ name }) => {
      const queue = store.getQueueByName(name);
      if (queue === undefined) return [];
      const { ready, delayed, inflight } = queue.inspectMessages();
      const waiting = [...ready, ...inflight.map(({ message }) => message)];
      const oldest = waiting.reduce((least, { sentTimestamp }) => Math.min(least, sentTimestamp), Infinity);
      const counted = of(name);
      traffic.delete(name);
      return [
        {
          name,
          visible: ready.length,
          notVisible: inflight.length,
          delayed: delayed.length,
          oldestSeconds: waiting.length === 0 ? 0 : Math.max(0, (now() - oldest) / 1000),
          ...counted,
        },
      ];
    });
};
