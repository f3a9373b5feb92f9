import { createEmulators } from '../emulators/create-emulators.ts';
import { endRecordedProcess } from '../emulators/process-record.ts';
import { synthesize } from '../synthesis/synthesize.ts';
import { choosePort } from './choose-port.ts';
import { hostRecord, hostService } from './host-service.ts';
import { keepAlive, type KeptService } from './keep-alive.ts';
import { lockDataDirectory } from './lock-data-directory.ts';
import { prepareSource } from './prepare-source.ts';
import type { Settings } from './read-settings.ts';

/** The account that the assembly is for here; the emulators take any credentials. */
const ACCOUNT = {
  region: 'us-east-1',
  accountId: '000000000000',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
} as const;

type Surroundings = {
  readonly root: string;
  readonly now: () => Date;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Aborted when all is to end. */
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
  readonly giveUp: (reason: unknown) => void;
  /** Told of each process as it starts, in order. */
  readonly onKept: (kept: KeptService) => void;
};

/** Brings everything up; answers the public address when the API answers there. */
export const runSupervisor = async (settings: Settings, surroundings: Surroundings): Promise<string> => {
  const { dataDirectory, stage, searchUrl, seed } = settings;
  const { root, now, pause, signal, say, giveUp, onKept } = surroundings;
  const log = (subject: string, line: string) => say(`  ${subject}: ${line}`);
  const keep = async (service: Parameters<typeof keepAlive>[0]): Promise<void> =>
    onKept(await keepAlive(service, { now, pause, log, signal, giveUp }));

  lockDataDirectory(dataDirectory);
  await endRecordedProcess(hostRecord(dataDirectory));
  const port = await choosePort(settings.port, dataDirectory);
  say(`Caselore starts on ${dataDirectory} (stage ${stage}, seed ${seed})`);
  const emulators = await createEmulators({ dataDirectory, ...ACCOUNT, log });
  const { endpoints, caseDatabase } = emulators;
  const [assemblyDirectory] = await Promise.all([
    synthesize({ root, stage, signal, log: say }),
    Promise.all(emulators.services.map(keep)).then(async () =>
      prepareSource({ root, url: caseDatabase, sample: settings.sample, signal }),
    ),
  ]);
  signal.throwIfAborted();
  say('Starting functions, queues and the API ...');
  await keep(
    hostService({
      dataDirectory,
      assemblyDirectory,
      searchUrl,
      port,
      emulators: endpoints,
      caseDatabase,
      seed,
      ...ACCOUNT,
    }),
  );
  return `http://localhost:${port}`;
};
