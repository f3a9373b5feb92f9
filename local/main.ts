import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartRefusal } from './start-refusal.ts';
import type { KeptService } from './supervisor/keep-alive.ts';
import { listenForStop } from './supervisor/listen-for-stop.ts';
import { readSettings } from './supervisor/read-settings.ts';
import { runSupervisor } from './supervisor/run-supervisor.ts';
import { startSample } from './supervisor/start-sample.ts';

// What `npm start` runs: brings the laptop form up and keeps it up until a signal comes.

/** All must be down 5 s after a signal. */
const STOP_MILLIS = 4500;

const now = () => new Date();
const kept: KeptService[] = [];
const ending = new AbortController();

const forceExit = (code: number): never => {
  for (const service of kept) service.kill();
  process.exit(code);
};

const stopAll = async (): Promise<void> => {
  // The host started last and goes first: its functions still need the emulators.
  const [host, ...emulators] = kept.toReversed();
  await host?.stop();
  await Promise.all(emulators.map(async (emulator) => emulator.stop()));
};

const shutDown = async (code: number): Promise<void> => {
  if (ending.signal.aborted) return;
  ending.abort();
  await Promise.race([stopAll(), sleep(STOP_MILLIS)]);
  forceExit(code);
};

const fail = (reason: unknown): void => {
  if (ending.signal.aborted) return;
  console.error(reason instanceof StartRefusal ? reason.message : reason);
  void shutDown(1);
};

listenForStop(
  {
    onStop: () => {
      console.log('Caselore stops');
      void shutDown(0);
    },
    onForce: () => forceExit(1),
  },
  now,
);

try {
  const root = join(import.meta.dirname, '..');
  const settings = readSettings(process.env, process.cwd());
  const url = await runSupervisor(settings, {
    root,
    now,
    pause: async (milliseconds) => sleep(milliseconds),
    signal: ending.signal,
    say: (line) => console.log(line),
    giveUp: fail,
    onKept: (service) => kept.push(service),
  });
  console.log(`Caselore is ready at ${url}`);
  if (settings.sample && !ending.signal.aborted) startSample(root, url, ending.signal);
} catch (error) {
  fail(error);
}
