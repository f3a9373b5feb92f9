import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

/** A PostgreSQL in memory behind a socket, as a customer's database would answer; `sql` goes past the socket. */
export const caseDatabase = async () => {
  const db = await PGlite.create();
  const server = new PGLiteSocketServer({ db, port: 0, host: '127.0.0.1', maxConnections: 10 });
  await server.start();
  return {
    url: `postgres://postgres@${server.getServerConn()}/postgres`,
    sql: async (text: string, values: readonly unknown[] = []) => (await db.query(text, [...values])).rows,
    stop: async () => {
      await server.stop();
      await db.close();
    },
  };
};
