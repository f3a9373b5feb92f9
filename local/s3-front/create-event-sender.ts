import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalContext } from '../local-context.ts';
import type { Running } from '../resource-type.ts';
import { createEventJournal } from './event-journal.ts';
import type { Intent } from './event-journal.ts';
import { headObject } from './head-object.ts';
import { objectCreated } from './object-created.ts';
import type { S3Request } from './s3-request.ts';

type Settings = {
  readonly context: LocalContext;
  readonly emulatorEndpoint: string;
  readonly newId: () => string;
  /** Where intents are noted. */
  readonly directory: string;
};

/** Sends "Object Created" at least once for each object stored in a watched bucket, whatever is killed when. */
export type EventSender = {
  watch(bucket: string): void;
  /** Runs what stores the object; resolves when its event is delivered too. */
  around(request: S3Request, reason: string, store: () => Promise<void>): Promise<void>;
  start(): Promise<Running>;
};

const RETRY_MS = 200;

/** Makes a sender that publishes through the context. */
export const createEventSender = ({ context, emulatorEndpoint, newId, directory }: Settings): EventSender => {
  const journal = createEventJournal(directory);
  const watched = new Set<string>();
  const stopping = new AbortController();

  const deliver = async (intent: Intent): Promise<void> => {
    const head = await headObject(emulatorEndpoint, intent);
    // HTTP dates are in whole seconds.
    const since = Math.floor(Date.parse(intent.startedAt) / 1000) * 1000;
    if (head === undefined || Date.parse(head.get('last-modified') ?? '') < since) return;
    const object = {
      bucket: intent.bucket,
      key: intent.key,
      size: Number(head.get('content-length')),
      etag: head.get('etag') ?? '',
    };
    const { region, accountId, credentials } = context;
    const time = context.now();
    const event = objectCreated(object, {
      id: newId(),
      requestId: newId().replaceAll('-', '').slice(0, 16).toUpperCase(),
      time,
      region,
      accountId,
      requester: credentials.accessKeyId,
      reason: intent.reason,
    });
    await context.publish(event);
  };

  const deliverUntilDone = async (intent: Intent, done: () => void): Promise<void> => {
    for (let attempt = 1; !stopping.signal.aborted; attempt += 1) {
      try {
        await deliver(intent);
        return done();
      } catch (error) {
        if (attempt === 1)
          context.log('s3', `event of ${intent.bucket}/${intent.key} is tried again: ${String(error)}`);
        await sleep(RETRY_MS, undefined, { signal: stopping.signal });
      }
    }
  };

  return {
    watch: (bucket) => void watched.add(bucket),
    async around(request, reason, store) {
      if (!watched.has(request.bucket)) return store();
      const { bucket, key } = request;
      // The machine's clock, since it is compared with the emulator's.
      const intent = { bucket, key, reason, startedAt: new Date().toISOString() };
      const done = journal.note(newId(), intent);
      try {
        await store();
      } catch (error) {
        done();
        throw error;
      }
      await deliverUntilDone(intent, done);
    },
    async start() {
      const owed = journal.leftOver();
      if (owed.length > 0) context.log('s3', `${owed.length} events of an earlier run are delivered now`);
      for (const { intent, done } of owed) await deliverUntilDone(intent, done);
      return { stop: async () => stopping.abort() };
    },
  };
};
