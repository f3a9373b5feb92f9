import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { errorCode } from '../error-code.ts';

const Checkpoint = z.object({ expression: z.string(), timeZone: z.string(), firedThrough: z.iso.datetime() });

/** Up to which time a schedule has fired; of another expression it says nothing. */
export type ScheduleCheckpoint = z.infer<typeof Checkpoint>;

/** Reads a checkpoint; undefined before the first. */
export const readScheduleCheckpoint = (file: string): ScheduleCheckpoint | undefined => {
  try {
    return Checkpoint.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/** Replaces a checkpoint in one step: a kill leaves the old or the new one. */
export const writeScheduleCheckpoint = (file: string, checkpoint: ScheduleCheckpoint): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(checkpoint));
  renameSync(`${file}.new`, file);
};
