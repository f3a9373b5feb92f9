import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { z } from 'zod';

// The customer's case database: PostgreSQL itself, on disk, behind a socket of the loopback interface.

const Settings = z.object({ directory: z.string(), port: z.number() });

/** Connections at once: functions have two each, people and loaders a few. */
const MOST_CONNECTIONS = 20;

// It ends with its parent; signals of the terminal are for that, which stops us in order.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit(0));

const settings = Settings.parse(JSON.parse(process.argv[2] ?? '{}'));
const db = await PGlite.create(settings.directory);
const server = new PGLiteSocketServer({
  db,
  port: settings.port,
  host: '127.0.0.1',
  maxConnections: MOST_CONNECTIONS,
});
await server.start();
process.send?.('ready');
