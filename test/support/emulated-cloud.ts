import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { createEmulators } from '#local/emulators/create-emulators.ts';
import { freePort } from '#local/emulators/free-port.ts';
import { createMappings } from '#local/event-sources/create-mappings.ts';
import { createEventBus } from '#local/events/create-event-bus.ts';
import type { Measurement } from '#local/cloudwatch/measurement.ts';
import { createIam } from '#local/iam/create-iam.ts';
import type { Invocation, LocalContext } from '#local/local-context.ts';
import type { Resource, ResourceType, Running } from '#local/resource-type.ts';
import { eventSourceMapping } from '#local/resources/event-source-mapping.ts';
import { createS3Front } from '#local/s3-front/create-s3-front.ts';

type LocalFunction = (event: unknown) => Promise<unknown>;

/** The emulators with front and event bus but no stack: resources are started one by one, functions are plain. */
export const startEmulatedCloud = async (options: { dataDirectory?: string; port?: number } = {}) => {
  const dataDirectory = options.dataDirectory ?? (await mkdtemp(join(tmpdir(), 'caselore-cloud-')));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local-secret' };
  const region = 'us-east-1';
  const logged: string[] = [];
  const log = (subject: string, line: string): void => void logged.push(`${subject}: ${line}`);
  const emulators = await createEmulators({ dataDirectory, region, credentials, log });
  // Nothing here reads the case database, and PostgreSQL takes a second to start.
  const needed = emulators.services.filter(({ name }) => name !== 'postgres');
  const services = await Promise.all(needed.map(async (service) => service.start()));
  const port = options.port ?? (await freePort());
  const measured: Measurement[] = [];
  const functions = new Map<string, LocalFunction>();
  const bus = createEventBus({ log });
  const clock = { now: () => new Date() };
  const context: LocalContext = {
    dataDirectory,
    publicUrl: `http://127.0.0.1:${port}`,
    region,
    accountId: '000000000000',
    credentials,
    endpoints: { ...emulators.endpoints, s3: `http://127.0.0.1:${port}/_s3` },
    functionEndpoints: {
      ...emulators.endpoints,
      s3: `http://127.0.0.1:${port}/_s3`,
      cloudwatch: 'http://127.0.0.1:1',
      sfn: 'http://127.0.0.1:1',
      lambda: 'http://127.0.0.1:1',
    },
    assetPath: (key) => key,
    seed: 7,
    now: () => clock.now(),
    log,
    measure: (measurement) => measured.push(measurement),
    publish: async (event) => bus.publish(event),
    invoke: async (arn, event): Promise<Invocation> => {
      try {
        return { ok: true, payload: await functions.get(arn)?.(event) };
      } catch (error) {
        return { ok: false, errorType: 'Error', errorMessage: String(error) };
      }
    },
  };
  const iam = createIam({ accountId: context.accountId, services: credentials, log });
  const front = createS3Front({ context, iam, emulatorEndpoint: emulators.endpoints.s3 });
  const server = createServer((request, response) => void front.handle(request, response));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');

  const mappings = createMappings({ dataDirectory, log });
  const running: Running[] = [];
  const start = async (type: ResourceType, logicalId: string, properties: unknown) => {
    const resource: Resource = { stack: 'test', logicalId, type: type.type, properties, metadata: undefined };
    const part = await type.start?.(resource, context);
    if (part !== undefined) running.unshift(part);
    return type.identify(resource, context);
  };
  const client = { region, credentials, maxAttempts: 1 };
  const clients = {
    dynamodb: new DynamoDBClient({ ...client, endpoint: context.endpoints.dynamodb }),
    s3: new S3Client({ ...client, endpoint: context.endpoints.s3, forcePathStyle: true }),
    sqs: new SQSClient({ ...client, endpoint: context.endpoints.sqs }),
  };
  const end = async (how: 'stop' | 'kill'): Promise<void> => {
    for (const part of running.splice(0)) await part.stop();
    for (const one of Object.values(clients)) one.destroy();
    for (const service of services) service.kill();
    await Promise.all(services.map(async ({ exited }) => exited));
    server.closeAllConnections();
    server.close();
    if (how === 'stop') await rm(dataDirectory, { recursive: true, force: true });
  };
  return {
    ...clients,
    bus,
    clock,
    context,
    dataDirectory,
    emulators,
    front,
    /** The functions here have no roles: what they may read is not in question. */
    mappingType: eventSourceMapping({ refusalOf: async () => undefined }, mappings),
    mappings,
    functions,
    logged,
    measured,
    port,
    services,
    start,
    stop: async () => end('stop'),
    /** Kills every emulator; state stays for a second cloud on the same directory. */
    kill: async () => end('kill'),
  };
};
