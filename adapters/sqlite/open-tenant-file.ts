import { DatabaseSync } from 'node:sqlite';
import { load } from 'sqlite-vec';
import { SCHEMA, SCHEMA_VERSION, UPGRADES } from './schema.ts';

/** Milliseconds that a statement waits for another thread's transaction; a batch of 200 takes some 20. */
const BUSY = 10_000;

/**
 * Every connection's settings. NORMAL: what is committed survives the death of the process (kill -9); the last commits
 * may be lost with the power, and are rebuilt from the table. mmap: threads share the pages of a scan.
 */
const SETTINGS = `
PRAGMA synchronous = NORMAL;
PRAGMA secure_delete = ON;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -8000;
PRAGMA mmap_size = 1073741824;
`;

const schemaVersion = (database: DatabaseSync): number =>
  Number(database.prepare('PRAGMA user_version').get()?.['user_version']);

/** Two threads may find a new or an old file at once: the second waits for the first and finds it made. */
const makeSchema = (database: DatabaseSync): void => {
  database.exec('BEGIN IMMEDIATE');
  const found = schemaVersion(database);
  const steps = Object.entries(UPGRADES).filter(([from]) => Number(from) >= found);
  const missing = found === 0 ? [SCHEMA] : steps.map(([, sql]) => sql);
  if (found < SCHEMA_VERSION) database.exec(`${missing.join('')} PRAGMA user_version = ${SCHEMA_VERSION};`);
  database.exec('COMMIT');
};

/** Opens a tenant's file, made when absent; each thread has a connection of its own, in WAL mode, so that readers never wait. */
export const openTenantFile = (path: string): DatabaseSync => {
  const database = new DatabaseSync(path, { allowExtension: true, timeout: BUSY });
  try {
    load(database);
    database.enableLoadExtension(false);
    database.exec(SETTINGS);
    if (schemaVersion(database) === 0) database.exec('PRAGMA journal_mode = WAL');
    if (schemaVersion(database) < SCHEMA_VERSION) makeSchema(database);
    if (schemaVersion(database) !== SCHEMA_VERSION) {
      throw new Error(`${path} was made by a later version of Caselore: remove it, and rebuild the index`);
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};
