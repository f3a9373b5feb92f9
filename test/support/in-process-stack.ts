import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmulators } from '#local/emulators/create-emulators.ts';
import { freePort } from '#local/emulators/free-port.ts';
import { startHost } from '#local/host/start-host.ts';
import { fillSource } from '#samples/source/fill-source.ts';
import { synthesize } from '#local/synthesis/synthesize.ts';
import { apiClient, type ApiClient } from './api-client.ts';

const ACCOUNT = {
  region: 'us-east-1',
  accountId: '000000000000',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
} as const;

/** The stack of stage `local` in this process, its emulators beside it: a test may look into it and change its policies. */
export const startInProcessStack = async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'caselore-in-process-'));
  const quiet = () => undefined;
  const assemblyDirectory = await synthesize({
    root: join(import.meta.dirname, '../..'),
    stage: 'local',
    signal: new AbortController().signal,
    log: quiet,
  });
  const emulators = await createEmulators({ dataDirectory, ...ACCOUNT, log: quiet });
  const services = await Promise.all(emulators.services.map(async (service) => service.start()));
  await fillSource(emulators.caseDatabase, 0);
  const port = await freePort();
  const host = await startHost({
    dataDirectory,
    assemblyDirectory,
    searchUrl: `sqlite:${dataDirectory}/search`,
    port,
    emulators: emulators.endpoints,
    caseDatabase: emulators.caseDatabase,
    seed: 1,
    // A job that starts by the clock would come between.
    schedules: false,
    ...ACCOUNT,
  });
  const url = `http://localhost:${port}`;
  return {
    ...ACCOUNT,
    host,
    dataDirectory,
    url,
    emulators: emulators.endpoints,
    caseDatabase: emulators.caseDatabase,
    client: async (principal: string): Promise<ApiClient> => apiClient(url, await fetchToken(url, principal)),
    stop: async () => {
      await host.stop();
      for (const service of services) service.kill();
      await Promise.all(services.map(async ({ exited }) => exited));
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
};

/** See `startInProcessStack`. */
export type InProcessStack = Awaited<ReturnType<typeof startInProcessStack>>;

const fetchToken = async (url: string, client: string): Promise<string> => {
  const response = await fetch(`${url}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: client, client_secret: client }),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  return token;
};
