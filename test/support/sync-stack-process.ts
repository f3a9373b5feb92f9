import { join } from 'node:path';
import * as z from 'zod';
import { createEmulators } from '#local/emulators/create-emulators.ts';
import { startHost } from '#local/host/start-host.ts';
import { synthesize } from '#local/synthesis/synthesize.ts';
import { fillSource } from '#samples/source/fill-source.ts';

// The laptop form in a process of its own, to be killed: it takes calls of functions from its parent.

const ACCOUNT = {
  region: 'us-east-1',
  accountId: '000000000000',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
} as const;

const Call = z.object({ call: z.int(), name: z.string(), event: z.unknown() });

process.on('disconnect', () => process.exit(0));
const { dataDirectory, port } = z
  .object({ dataDirectory: z.string(), port: z.int() })
  .parse(JSON.parse(process.argv[2]!));
const quiet = () => undefined;
const assemblyDirectory = await synthesize({
  root: join(import.meta.dirname, '../..'),
  stage: 'local',
  signal: new AbortController().signal,
  log: quiet,
});
const emulators = await createEmulators({ dataDirectory, ...ACCOUNT, log: quiet });
await Promise.all(emulators.services.map(async (service) => service.start()));
await fillSource(emulators.caseDatabase, 0);
const host = await startHost({
  dataDirectory,
  assemblyDirectory,
  searchUrl: `sqlite:${join(dataDirectory, 'search')}`,
  port,
  emulators: emulators.endpoints,
  caseDatabase: emulators.caseDatabase,
  seed: 1,
  // A job that starts by the clock would come between.
  schedules: false,
  ...ACCOUNT,
});

process.on('message', (message) => {
  const { call, name, event } = Call.parse(message);
  void host.invoke(name, event).then((invocation) => process.send?.({ call, invocation }));
});
process.send?.({ caseDatabase: emulators.caseDatabase });
