import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

// Runs SQL in the case database of a running laptop form: npm run source:sql -- "select ticket_no, subject from helpdesk.tickets limit 3"

const directory = process.env['CASELORE_DATA_DIR'] ?? '.caselore';
const file = join(directory, 'emulators/postgres.url');
const text = process.argv.slice(2).join(' ').trim();
if (text === '' || !existsSync(file)) {
  console.error(
    text === ''
      ? 'Give one SQL statement, e.g. npm run source:sql -- "select count(*) from helpdesk.tickets"'
      : `No case database has run on ${directory}: start Caselore first, or set CASELORE_DATA_DIR.`,
  );
  process.exit(1);
}
const client = new Client({
  connectionString: readFileSync(file, 'utf8'),
  connectionTimeoutMillis: 5_000,
  query_timeout: 60_000,
});
try {
  await client.connect();
  const { rows, rowCount, command } = await client.query(text);
  if (rows.length > 0) console.table(rows);
  console.log(`${command} ${rowCount ?? 0}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await client.end();
}
