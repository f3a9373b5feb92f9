import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Running } from '../resource-type.ts';
import type { Measurement } from './measurement.ts';
import { QUEUE_FACTS_PATH, QueueFacts } from './queue-facts.ts';

type Surroundings = {
  readonly sqsEndpoint: string;
  readonly measure: (measurement: Measurement) => void;
  readonly now: () => Date;
  readonly log: (subject: string, line: string) => void;
};

/** SQS reports every minute; here somebody waits for it. */
const EVERY_MILLIS = 2_000;

/** Reports the queues' depth, age and traffic as SQS does, under its names. */
export const watchQueues = ({ sqsEndpoint, measure, now, log }: Surroundings): Running => {
  const stopping = new AbortController();
  const { signal } = stopping;

  const look = async (): Promise<void> => {
    const response = await fetch(`${sqsEndpoint}${QUEUE_FACTS_PATH}`, { signal });
    const at = now().getTime();
    for (const facts of z.array(QueueFacts).parse(await response.json()))
      for (const measurement of measurements(facts, at)) measure(measurement);
  };
  const watch = async (): Promise<void> => {
    let silent = false;
    while (!signal.aborted) {
      try {
        await look();
        silent = false;
      } catch (error) {
        // The emulator may be starting again; one line says so.
        if (!signal.aborted && !silent) log('cloudwatch', `the queues do not answer: ${String(error)}`);
        silent = true;
      }
      await sleep(EVERY_MILLIS, undefined, { signal }).catch(() => undefined);
    }
  };
  const ended = watch();
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
};

const measurements = (facts: QueueFacts, at: number): readonly Measurement[] =>
  Object.entries({
    ApproximateNumberOfMessagesVisible: facts.visible,
    ApproximateNumberOfMessagesNotVisible: facts.notVisible,
    ApproximateNumberOfMessagesDelayed: facts.delayed,
    ApproximateAgeOfOldestMessage: facts.oldestSeconds,
    NumberOfMessagesSent: facts.sent,
    NumberOfMessagesReceived: facts.received,
    NumberOfMessagesDeleted: facts.deleted,
  }).map(([name, value]) => ({
    namespace: 'AWS/SQS',
    name,
    dimensions: { QueueName: facts.name },
    value,
    at,
  }));
