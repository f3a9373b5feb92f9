/** Something that wants events: a rule. */
type Subscriber = (event: unknown) => Promise<void>;

/** The default event bus of EventBridge. */
export type EventBus = {
  /** Hands an event to every rule; resolves once each that matches has delivered it, throws if one could not. */
  publish(event: unknown): Promise<void>;
  /** Adds a rule; the answer removes it. */
  subscribe(name: string, subscriber: Subscriber): () => void;
};

/** Makes an empty event bus. */
export const createEventBus = ({
  log,
}: {
  readonly log: (subject: string, line: string) => void;
}): EventBus => {
  const subscribers = new Map<string, Subscriber>();
  return {
    async publish(event) {
      const deliveries = [...subscribers].map(async ([name, deliver]) => {
        try {
          await deliver(event);
        } catch (error) {
          log('events', `rule ${name} could not deliver: ${String(error)}`);
          throw error;
        }
      });
      const failed = (await Promise.allSettled(deliveries)).find(({ status }) => status === 'rejected');
      if (failed?.status === 'rejected') throw failed.reason;
    },
    subscribe(name, subscriber) {
      subscribers.set(name, subscriber);
      return () => void subscribers.delete(name);
    },
  };
};
