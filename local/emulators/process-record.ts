import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { errorCode } from '../error-code.ts';

const Recorded = z.object({ pid: z.number().int().positive(), startedAt: z.string() });

/** Notes on disk which process serves a data directory, so that the next start can end it if it still runs. */
export const recordProcess = (file: string, pid: number): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ pid, startedAt: startTime(pid) ?? '' }));
};

/** Ends the process of an earlier run that is noted in this file; one that only inherited its number is left alone. */
export const endRecordedProcess = async (file: string): Promise<void> => {
  const recorded = readRecord(file);
  if (recorded === undefined) return;
  while (startTime(recorded.pid) === recorded.startedAt) {
    kill(recorded.pid);
    await sleep(5);
  }
  rmSync(file, { force: true });
};

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
};

const readRecord = (file: string): z.infer<typeof Recorded> | undefined => {
  const text = readIfThere(file);
  if (text === undefined) return undefined;
  try {
    return Recorded.parse(JSON.parse(text));
  } catch (error) {
    // Cut off by a kill: the process had just begun, and ends by itself with its parent.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** Start of a process in clock ticks since boot: with the number, it names a process uniquely (proc(5), field 22). */
const startTime = (pid: number): string | undefined => {
  const status = readIfThere(`/proc/${pid}/stat`);
  const fields = status?.replace(/^.*\) /s, '').split(' ') ?? [];
  return fields[0] === 'Z' ? undefined : fields[19];
};

const readIfThere = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // ESRCH: the process ended while its file was read.
    if (['ENOENT', 'ESRCH'].includes(errorCode(error) ?? '')) return undefined;
    throw error;
  }
};
