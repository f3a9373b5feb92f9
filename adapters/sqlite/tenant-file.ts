import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { openTenantFile } from './open-tenant-file.ts';

/** One thread's connection to a tenant's file, its statements prepared once. */
export type TenantFile = {
  readonly all: (sql: string, ...values: SQLInputValue[]) => Record<string, SQLOutputValue>[];
  readonly get: (sql: string, ...values: SQLInputValue[]) => Record<string, SQLOutputValue> | undefined;
  readonly run: (sql: string, ...values: SQLInputValue[]) => void;
  /** Reads from one state of the file, whatever others write meanwhile. */
  readonly snapshot: <Result>(read: () => Result) => Result;
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
  const inside = <Result>(begin: string, work: () => Result): Result => {
    database.exec(begin);
    try {
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };
  return {
    all: (sql, ...values) => prepared(sql).all(...values),
    get: (sql, ...values) => prepared(sql).get(...values),
    run: (sql, ...values) => void prepared(sql).run(...values),
    snapshot: (read) => inside('BEGIN', read),
    // IMMEDIATE takes the write lock first: a reader that turns into a writer could not wait for another.
    transaction: (write) => inside('BEGIN IMMEDIATE', write),
    close: () => database.close(),
  };
};
