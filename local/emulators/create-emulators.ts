import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import type { Service } from '../service.ts';
import { StartRefusal } from '../start-refusal.ts';
import { startDynamodbEmulator } from './dynamodb-emulator.ts';
import { freePort } from './free-port.ts';
import { startNodeEmulator } from './node-emulator.ts';
import { postgresEmulator } from './postgres-emulator.ts';
import { endRecordedProcess } from './process-record.ts';

type Settings = {
  readonly dataDirectory: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly now?: () => Date;
  readonly log: (subject: string, line: string) => void;
};

/** The stateful services, each a child process on a port that it keeps for this run. */
export type Emulators = {
  readonly endpoints: { readonly dynamodb: string; readonly s3: string; readonly sqs: string };
  /** Address of the customer's case database. */
  readonly caseDatabase: string;
  readonly services: readonly Service[];
};

/**
 * Prepares DynamoDB, SQS, S3 and the case database on the data directory and ends what a killed run has left of them.
 * Refuses to start where no DynamoDB can run.
 */
export const createEmulators = async (settings: Settings): Promise<Emulators> => {
  const directory = join(settings.dataDirectory, 'emulators');
  mkdirSync(directory, { recursive: true });
  const record = (name: string): string => join(directory, `${name}.pid`);
  for (const name of ['dynamodb', 'sqs', 's3', 'postgres']) await endRecordedProcess(record(name));
  const dynamodb = await dynamodbService(settings, directory, record('dynamodb'));
  const [sqsPort, s3Port] = [await freePort(), await freePort()];
  const sqs: Service = {
    name: 'sqs',
    start: async () =>
      startNodeEmulator({
        script: 'sqs-process.ts',
        settings: { directory: join(directory, 'sqs'), port: sqsPort, region: settings.region },
        recordFile: record('sqs'),
        log: (line) => settings.log('sqs', line),
      }),
  };
  const s3: Service = {
    name: 's3',
    start: async () =>
      startNodeEmulator({
        script: 's3-process.ts',
        settings: { directory: s3Directory(settings.dataDirectory), port: s3Port, region: settings.region },
        recordFile: record('s3'),
        log: (line) => settings.log('s3', line),
      }),
  };
  const postgres = await postgresEmulator({
    directory,
    recordFile: record('postgres'),
    log: (line) => settings.log('postgres', line),
  });
  const endpoints = { dynamodb: dynamodb.endpoint, sqs: local(sqsPort), s3: local(s3Port) };
  return {
    endpoints,
    caseDatabase: postgres.url,
    services: [...dynamodb.services, sqs, s3, postgres.service],
  };
};

/** Where the S3 emulator keeps its objects; the S3 front receives uploads into the same place. */
export const s3Directory = (dataDirectory: string): string => join(dataDirectory, 'emulators', 's3');

const local = (port: number): string => `http://127.0.0.1:${port}`;

type Dynamodb = { readonly endpoint: string; readonly services: readonly Service[] };

const dynamodbService = async (
  settings: Settings,
  directory: string,
  recordFile: string,
): Promise<Dynamodb> => {
  const given = process.env['DYNAMODB_ENDPOINT'];
  if (given !== undefined) return foreignDynamodb(given, settings);
  const binary = findBinary();
  if (binary === undefined) {
    throw new StartRefusal(
      'No DynamoDB for this machine: the package @dynoxide/linux-x64 runs on Linux x64 (and WSL2) only; start DynamoDB Local and set DYNAMODB_ENDPOINT to its address.',
    );
  }
  const port = await freePort();
  const now = settings.now ?? (() => new Date());
  const log = (line: string): void => settings.log('dynamodb', line);
  const databaseFile = join(directory, 'dynamodb.sqlite');
  const start = async () => startDynamodbEmulator({ binary, port, databaseFile, recordFile, now, log });
  return { endpoint: local(port), services: [{ name: 'dynamodb', start }] };
};

const foreignDynamodb = async (endpoint: string, { region, credentials }: Settings): Promise<Dynamodb> => {
  const client = new DynamoDBClient({ endpoint, region, credentials, maxAttempts: 1 });
  try {
    await client.send(new ListTablesCommand({ Limit: 1 }), { abortSignal: AbortSignal.timeout(5000) });
  } catch (error) {
    throw new StartRefusal(`Nothing that speaks DynamoDB answers at DYNAMODB_ENDPOINT=${endpoint}.`, {
      cause: error,
    });
  } finally {
    client.destroy();
  }
  return { endpoint, services: [] };
};

const findBinary = (): string | undefined => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folders = createRequire(import.meta.url).resolve.paths('@dynoxide/linux-x64') ?? [];
  return folders
    .map((folder) => join(folder, '@dynoxide/linux-x64/dynoxide'))
    .find((file) => existsSync(file));
};
