import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { type IndexName, indexNameText } from '#core/search/index-name.ts';

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Before there were generations, a model's files stood in a folder of the model's name: they are its first generation. */
export const adoptFirstFolder = (directory: string, name: IndexName): void => {
  const [before, now] = [join(directory, name.model), join(directory, indexNameText(name))];
  if (name.generation !== 1 || !existsSync(before) || existsSync(now)) return;
  try {
    renameSync(before, now);
  } catch (error) {
    // Another thread was quicker.
    if (!isAbsent(error) || !existsSync(now)) throw error;
  }
};
