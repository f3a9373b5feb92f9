import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Service } from '../service.ts';
import { freePort } from './free-port.ts';
import { startNodeEmulator } from './node-emulator.ts';

type PostgresEmulator = {
  /** Directory of all emulators. */
  readonly directory: string;
  readonly recordFile: string;
  readonly log: (line: string) => void;
};

/** Prepares the case database and notes its address for people, in `postgres.url`. */
export const postgresEmulator = async ({
  directory,
  recordFile,
  log,
}: PostgresEmulator): Promise<{ readonly url: string; readonly service: Service }> => {
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  writeFileSync(join(directory, 'postgres.url'), url);
  const settings = { directory: join(directory, 'postgres'), port };
  const start = async () => startNodeEmulator({ script: 'postgres-process.ts', settings, recordFile, log });
  return { url, service: { name: 'postgres', start } };
};
