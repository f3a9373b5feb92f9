import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../error-code.ts';

const LogCheckpoint = z.object({ inode: z.string(), offset: z.int().nonnegative() });

/** Up to where a subscription has delivered a log: the file, by its inode, since files are renamed, and the byte. */
export type LogCheckpoint = z.infer<typeof LogCheckpoint>;

/** Reads a checkpoint; undefined before the first. */
export const readLogCheckpoint = (file: string): LogCheckpoint | undefined => {
  try {
    return LogCheckpoint.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/** Replaces a checkpoint in one step: a kill leaves the old or the new one. */
export const writeLogCheckpoint = (file: string, checkpoint: LogCheckpoint): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(checkpoint));
  renameSync(`${file}.new`, file);
};
