import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createChance } from '../event-sources/chance.ts';
import type { LocalContext } from '../local-context.ts';
import type { Running } from '../resource-type.ts';
import { readLogCheckpoint, writeLogCheckpoint } from './log-checkpoint.ts';
import { nextLines, type NextLines } from './next-lines.ts';
import { subscriptionEvent } from './subscription-event.ts';

/** One subscription of a function to the log of another. */
export type Subscription = {
  readonly filter: string;
  /** `/aws/lambda/<function>`. */
  readonly logGroup: string;
  readonly functionArn: string;
  readonly matches: (line: string) => boolean;
};

/** CloudWatch Logs gathers lines before it delivers them; each delivery costs the subscriber a reading and a writing. */
const GATHER_MS = 1000;
/** Lambda tries an asynchronous invocation three times. */
const MOST_TRIES = 3;
const RETRY_MS = 500;
/** Share of the deliveries that come twice, because CloudWatch Logs promises no better. */
const DOUBLED = 0.05;

/**
 * Delivers the matching lines of a function's log, in order and at least once: the checkpoint is written after the
 * delivery, so a kill in between repeats it. What fails three times is given up and told to the operator.
 */
export const startSubscription = (subscription: Subscription, context: LocalContext): Running => {
  const { filter, logGroup, functionArn, matches } = subscription;
  const stopping = new AbortController();
  const { signal } = stopping;
  const log = join(context.dataDirectory, 'logs', `${logGroup.split('/').at(-1)}.log`);
  const file = checkpointFile(subscription, context);
  const chance = createChance(context.seed);

  /** Whether it got there in the end. */
  const invoke = async (event: unknown): Promise<boolean> => {
    for (let attempt = 1; ; attempt += 1) {
      const result = await context.invoke(functionArn, event);
      if (result.ok) return true;
      signal.throwIfAborted();
      context.log('logs', `${filter}: ${result.errorType}: ${result.errorMessage}`);
      if (attempt === MOST_TRIES) {
        context.log('logs', `${filter}: a delivery is given up after ${MOST_TRIES} tries`);
        return false;
      }
      await sleep(RETRY_MS * attempt, undefined, { signal });
    }
  };

  const deliver = async ({ lines, next }: NextLines): Promise<void> => {
    const matching = lines.filter(matches);
    if (matching.length === 0) return;
    const place = `${next.inode}:${next.offset}`;
    const now = context.now();
    const event = subscriptionEvent({
      owner: context.accountId,
      logGroup,
      filter,
      place,
      lines: matching,
      now,
    });
    const delivered = await invoke(event);
    if (delivered && chance() < DOUBLED) await invoke(event);
  };

  const follow = async (): Promise<void> => {
    let reached = readLogCheckpoint(file);
    while (!signal.aborted) {
      const found = nextLines(log, reached);
      if (found) {
        await deliver(found);
        reached = found.next;
        writeLogCheckpoint(file, reached);
      }
      if (!found?.more) await sleep(GATHER_MS, undefined, { signal });
    }
  };

  const followed = follow().catch((error: unknown) => {
    if (!signal.aborted) context.log('logs', `${filter} has stopped: ${String(error)}`);
  });
  return {
    stop: async () => {
      stopping.abort();
      await followed;
    },
  };
};

const checkpointFile = ({ logGroup, functionArn }: Subscription, { dataDirectory }: LocalContext): string => {
  const name = createHash('sha256').update(`${logGroup} ${functionArn}`).digest('hex').slice(0, 16);
  return join(dataDirectory, 'subscriptions', `${name}.json`);
};
