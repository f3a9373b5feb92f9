import { DatabaseSync } from 'node:sqlite';
import { buildApp } from 'fauxqs';
import { z } from 'zod';
// Deep, because the package exports only `startFauxqs`, which listens on every interface of the machine.
import { PersistenceManager } from '../../node_modules/fauxqs/dist/persistence.js';
import { S3Store } from '../../node_modules/fauxqs/dist/s3/s3Store.js';
import { SnsStore } from '../../node_modules/fauxqs/dist/sns/snsStore.js';
import { SqsQueue, SqsStore } from '../../node_modules/fauxqs/dist/sqs/sqsStore.js';
import { serveEmulator } from './emulator-process.ts';
import { QUEUE_FACTS_PATH } from '../cloudwatch/queue-facts.ts';
import { observeQueues } from './observe-queues.ts';
import { HANG_UP_PATH, RELEASE_PATH } from './release-path.ts';
import { giveTraces, KEPT_AS, keepTraces } from './trace-attributes.ts';

const Settings = z.object({ directory: z.string(), port: z.number(), region: z.string() });

const settings = Settings.parse(JSON.parse(process.argv[2] ?? '{}'));
const persistence = new PersistenceManager(settings.directory);
const database = z.instanceof(DatabaseSync).parse(Reflect.get(persistence, 'db'));
// A killed process loses nothing in WAL mode without a sync at each commit; only a power cut could.
database.exec('PRAGMA synchronous = NORMAL');

// fauxqs 2.4.1 writes NULL into the NOT NULL receive count here and loses the message from memory.
const release = database.prepare(
  'UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL WHERE message_id = ?',
);
persistence.updateMessageReady = (messageId) => void release.run(messageId);

// A receive moves messages to the dead-letter queue by a deletion and an insertion: both or none.
// eslint-disable-next-line typescript/unbound-method -- it is given its queue again below
const receive = SqsQueue.prototype.dequeue;
SqsQueue.prototype.dequeue = function dequeue(...parameters) {
  database.exec('BEGIN');
  try {
    const received = receive.apply(this, parameters);
    database.exec('COMMIT');
    return received;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
};

// A message keeps its trace header among its attributes, but its digest is that of the sender's attributes alone.
const createMessage = SqsStore.createMessage.bind(SqsStore);
SqsStore.createMessage = (body, attributes = {}, ...rest) => {
  const { [KEPT_AS]: trace, ...own } = attributes;
  const message = createMessage(body, own, ...rest);
  return trace === undefined ? message : { ...message, messageAttributes: attributes };
};

const sqsStore = new SqsStore();
const snsStore = new SnsStore();
sqsStore.region = settings.region;
persistence.loadSqsAndSns(sqsStore, snsStore);
sqsStore.persistence = persistence;
for (const { name } of sqsStore.listQueues().queues) {
  const queue = sqsStore.getQueueByName(name);
  if (queue !== undefined) queue.persistence = persistence;
}

const stores = { sqsStore, snsStore, s3Store: new S3Store() };
const app = buildApp({ logger: false, defaultRegion: settings.region, stores });
app.addHook('preHandler', async (request) => {
  const target = request.headers['x-amz-target'];
  if (target === 'AmazonSQS.SendMessage' || target === 'AmazonSQS.SendMessageBatch')
    request.body = keepTraces(request.body);
});
app.addHook('preSerialization', async ({ headers }, _reply, payload) =>
  headers['x-amz-target'] === 'AmazonSQS.ReceiveMessage' ? giveTraces(payload) : payload,
);
const facts = observeQueues(sqsStore, SqsQueue.prototype, Date.now);
app.get(QUEUE_FACTS_PATH, async () => facts());
app.post(`${RELEASE_PATH}/:queue`, async ({ params }) => {
  const queue = sqsStore.getQueueByName(z.object({ queue: z.string() }).parse(params).queue);
  const handles = [...(queue?.inflightMessages.keys() ?? [])];
  for (const handle of handles) queue?.changeVisibility(handle, 0);
  return { released: handles.length };
});
app.post(`${HANG_UP_PATH}/:queue`, async ({ params }) => {
  sqsStore.getQueueByName(z.object({ queue: z.string() }).parse(params).queue)?.cancelWaiters();
  return {};
});
await serveEmulator(app, settings.port);
