import { Pool, type PoolConfig } from 'pg';
import type { CaseConnection } from '#contracts/case-connection.ts';
import { readDatabaseSecret } from '../aws/read-database-secret.ts';
import { rdsToken } from '../aws/rds-token.ts';

/** Bounds of every statement and connection, in milliseconds: a page of a few hundred rows by an index takes far less. */
const BOUNDS = {
  max: 2,
  connectionTimeoutMillis: 5_000,
  idleTimeoutMillis: 30_000,
  query_timeout: 25_000,
  statement_timeout: 20_000,
  application_name: 'caselore',
  // Whatever the role may do, we only read.
  options: '-c default_transaction_read_only=on',
} as const satisfies PoolConfig;

const addressOf = ({ host, port, database }: { host: string; port: number; database: string }) => ({
  host,
  port,
  database,
  // The certificate is checked against the authorities that Node knows, those of RDS among them (NODE_EXTRA_CA_CERTS).
  ssl: { rejectUnauthorized: true },
});

const configOf = async (connection: CaseConnection): Promise<PoolConfig> => {
  if (connection.kind === 'local') return { connectionString: connection.url };
  if (connection.kind === 'rds-iam')
    return { ...addressOf(connection), user: connection.user, password: () => rdsToken(connection) };
  const { username } = await readDatabaseSecret(connection.secret);
  // Asked for at each new connection, so that a password that was rotated is taken up.
  const password = async () => (await readDatabaseSecret(connection.secret)).password;
  return { ...addressOf(connection), user: username, password };
};

/** A few connections to the case database that only read; `faulted` hears of those that break while idle. */
export const openCasePool = async (
  connection: CaseConnection,
  faulted: (error: Error) => void,
): Promise<Pool> => {
  const pool = new Pool({ ...BOUNDS, ...(await configOf(connection)) });
  // Without a listener an idle connection that breaks would end the process; the pool opens another.
  pool.on('error', faulted);
  return pool;
};
