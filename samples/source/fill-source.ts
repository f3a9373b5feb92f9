import { Client } from 'pg';
import * as z from 'zod';
import { seeds } from '../seeds.ts';
import { sourceRows } from './source-rows.ts';
import { sourceTables } from './source-tables.ts';

/** Rows of one statement. */
const BATCH = 500;

const Exists = z.array(z.object({ some: z.boolean() }));

const isEmpty = async (client: Client, table: string): Promise<boolean> => {
  const { rows } = await client.query(`select exists (select from helpdesk.${table}) as some`);
  return Exists.parse(rows).every(({ some }) => !some);
};

const insert = async (client: Client, table: string, rows: readonly object[]): Promise<void> => {
  for (let start = 0; start < rows.length; start += BATCH) {
    const some = rows.slice(start, start + BATCH);
    const columns = [...new Set(some.flatMap((row) => Object.keys(row)))].join(', ');
    await client.query(
      `insert into helpdesk.${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::helpdesk.${table}, $1)`,
      [JSON.stringify(some)],
    );
  }
};

/** Makes the tables of the help desk behind a URL, and fills those that are empty with so many tickets. */
export const fillSource = async (url: string, size: number): Promise<void> => {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    query_timeout: 60_000,
  });
  await client.connect();
  try {
    for (const statement of sourceTables) await client.query(statement);
    const rows = sourceRows(seeds.demo, size);
    // All or nothing: a start that is broken off leaves no half of a help desk.
    await client.query('begin');
    for (const table of ['product_tree', 'tickets', 'ticket_events', 'event_remarks'] as const)
      if (await isEmpty(client, table)) await insert(client, table, rows[table]);
    await client.query('commit');
  } finally {
    await client.end();
  }
};
