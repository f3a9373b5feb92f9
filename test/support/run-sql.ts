import { Client } from 'pg';

/** Runs one statement in a PostgreSQL database. */
export const runSql = async (url: string, text: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
};
