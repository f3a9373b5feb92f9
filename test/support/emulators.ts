import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { buildApp } from 'fauxqs';

const DYNOXIDE = join(import.meta.dirname, '../../node_modules/@dynoxide/linux-x64/dynoxide');

const settings = {
  region: 'eu-central-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
} as const;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
};

const answers = async (client: DynamoDBClient): Promise<void> => {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      await client.send(new ListTablesCommand({}));
      return;
    } catch {
      await wait(25);
    }
  }
  throw new Error('DynamoDB did not answer within 5 s');
};

/** Starts DynamoDB on a file of its own; `stop` ends it and removes the file. */
export const startDynamo = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'caselore-dynamo-'));
  const port = await freePort();
  const child = spawn(
    DYNOXIDE,
    ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', join(directory, 'dynamo.db')],
    { stdio: 'ignore' },
  );
  const endpoint = `http://127.0.0.1:${port}`;
  const client = new DynamoDBClient({ ...settings, endpoint, maxAttempts: 1 });
  await answers(client);
  const stop = async (): Promise<void> => {
    client.destroy();
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    await exit;
    await rm(directory, { recursive: true, force: true });
  };
  return { endpoint, client, stop };
};

/** Makes a table and returns its name. */
export const createTable = async (
  client: DynamoDBClient,
  definition: CreateTableCommandInput,
): Promise<string> => {
  await client.send(new CreateTableCommand(definition));
  if (definition.TableName === undefined) throw new Error('a table needs a name');
  return definition.TableName;
};

/** fauxqs in memory on loopback only (its own `startFauxqs` listens on every address). */
const startFauxqs = async (): Promise<{ endpoint: string; stop: () => Promise<void> }> => {
  const app = buildApp({ logger: false });
  const endpoint = await app.listen({ port: 0, host: '127.0.0.1' });
  return { endpoint, stop: async () => app.close() };
};

/** Starts S3 with one bucket. */
export const startS3 = async (bucket = 'caselore-test') => {
  const server = await startFauxqs();
  const client = new S3Client({
    ...settings,
    endpoint: server.endpoint,
    forcePathStyle: true,
    maxAttempts: 1,
  });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  const stop = async (): Promise<void> => {
    client.destroy();
    await server.stop();
  };
  return { endpoint: server.endpoint, client, bucket, stop };
};

/** Starts SQS; `createQueue` returns the URL of a new standard queue. */
export const startSqs = async () => {
  const server = await startFauxqs();
  const client = new SQSClient({ ...settings, endpoint: server.endpoint, maxAttempts: 1 });
  const createQueue = async (name: string): Promise<string> => {
    const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName: name }));
    if (QueueUrl === undefined) throw new Error(`queue ${name} has no URL`);
    return QueueUrl;
  };
  const stop = async (): Promise<void> => {
    client.destroy();
    await server.stop();
  };
  return { endpoint: server.endpoint, client, createQueue, stop };
};
