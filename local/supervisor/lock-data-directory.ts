import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartRefusal } from '../start-refusal.ts';

/**
 * Makes this process the only one on a data directory, until it ends in any way.
 * The lock is the operating system's, through SQLite: it goes with its process, so it can never be stale.
 */
export const lockDataDirectory = (dataDirectory: string): void => {
  mkdirSync(dataDirectory, { recursive: true });
  const holder = join(dataDirectory, 'lock.pid');
  const database = new DatabaseSync(join(dataDirectory, 'lock.sqlite'));
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    const pid = existsSync(holder) ? ` (process ${readFileSync(holder, 'utf8')})` : '';
    throw new StartRefusal(
      `The data directory ${dataDirectory} is in use by a running Caselore${pid}; stop that one or give another directory by CASELORE_DATA_DIR.`,
      { cause: error },
    );
  }
  writeFileSync(holder, String(process.pid));
  held.add(database);
};

/** Keeps the databases from being collected as garbage, which would give up their locks. */
const held = new Set<DatabaseSync>();
