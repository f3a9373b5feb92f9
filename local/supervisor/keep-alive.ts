import type { Service } from '../service.ts';
import { StartRefusal } from '../start-refusal.ts';

const MOST_CRASHES = 5;
const WITHIN_MILLIS = 60_000;
const FIRST_PAUSE_MILLIS = 200;

/** A service that is started again after each crash. */
export type KeptService = { stop(): Promise<void>; kill(): void };

type Dependencies = {
  readonly now: () => Date;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly log: (subject: string, line: string) => void;
  /** Aborted when all is to end, so that the end of a process is no crash. */
  readonly signal: AbortSignal;
  /** Called once, when the service cannot be kept alive. */
  readonly giveUp: (reason: unknown) => void;
};

/** Starts a service and keeps it: a crash starts it again, after a growing pause, up to 5 times a minute. */
export const keepAlive = async (
  service: Service,
  { now, pause, log, signal, giveUp }: Dependencies,
): Promise<KeptService> => {
  let running = await service.start();
  let crashes: readonly number[] = [];

  const watch = async (): Promise<void> => {
    for (;;) {
      const how = await running.exited;
      if (signal.aborted) return;
      const time = now().getTime();
      crashes = [...crashes.filter((crash) => crash > time - WITHIN_MILLIS), time];
      if (crashes.length > MOST_CRASHES)
        throw new StartRefusal(
          `The ${service.name} process ended ${crashes.length} times within a minute, last by ${how}.`,
        );
      await pause(FIRST_PAUSE_MILLIS * 2 ** (crashes.length - 1));
      if (signal.aborted) return;
      log(service.name, `ended by ${how}; it starts again`);
      running = await service.start();
      log(service.name, 'answers again');
    }
  };
  const watching = watch().catch((error: unknown) => {
    if (!signal.aborted) giveUp(error);
  });

  return {
    stop: async () => {
      await running.stop();
      await watching;
    },
    kill: () => running.kill(),
  };
};
