import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../error-code.ts';

const Checkpoint = z.object({ streamArn: z.string(), shardId: z.string(), sequenceNumber: z.string() });

/** Up to where a mapping has finished its stream; `streamArn` is the emulator's, which changes with the table. */
export type Checkpoint = z.infer<typeof Checkpoint>;

/** Reads a checkpoint; undefined before the first. */
export const readCheckpoint = (file: string): Checkpoint | undefined => {
  try {
    return Checkpoint.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/** Replaces a checkpoint in one step: a kill leaves the old or the new one. */
export const writeCheckpoint = (file: string, checkpoint: Checkpoint): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(checkpoint));
  renameSync(`${file}.new`, file);
};
