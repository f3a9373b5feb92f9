import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../error-code.ts';

const Switch = z.object({ enabled: z.boolean() });

const fileOf = (dataDirectory: string, id: string): string => join(dataDirectory, 'mappings', `${id}.json`);

/** Whether a mapping was last enabled or disabled by a call; undefined when nobody has. */
export const readSwitch = (dataDirectory: string, id: string): boolean | undefined => {
  try {
    return Switch.parse(JSON.parse(readFileSync(fileOf(dataDirectory, id), 'utf8'))).enabled;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/** Keeps that over a restart, in one step: a kill leaves the old or the new. */
export const writeSwitch = (dataDirectory: string, id: string, enabled: boolean): void => {
  const file = fileOf(dataDirectory, id);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify({ enabled }));
  renameSync(`${file}.new`, file);
};
