import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { openTenantFile } from './open-tenant-file.ts';

/** One thread's connection to a tenant's file, its statements prepared once. */
export type TenantFile = {
  readonly all: (sql: string, ...values: SQLInputValue[]) => Record<string, SQLOutputValue>[];
  readonly get: (sql: string, ...values: SQLInputValue[]) => Record<string, SQLOutputValue> | undefined;
  readonly run: (sql: string, ...values: SQLInputValue[]) => void;
  /** Writes all or nothing. */
  readonly transaction: (write: () => void) => void;
  readonly close: () => void;
};

/** Opens a tenant's file; see openTenantFile. */
export const tenantFile = (path: string): TenantFile => {
  const database: DatabaseSync = openTenantFile(path);
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    all: (sql, ...values) => prepared(sql).all(...values),
    get: (sql, ...values) => prepared(sql).get(...values),
    run: (sql, ...values) => void prepared(sql).run(...values),
    transaction(write) {
      // IMMEDIATE takes the write lock first: a reader that turns into a writer could not wait for another.
      database.exec('BEGIN IMMEDIATE');
      try {
        write();
        database.exec('COMMIT');
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => database.close(),
  };
};
