import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../emulators/free-port.ts';
import { StartRefusal } from '../start-refusal.ts';

/**
 * The port to serve on: the one given, which must be free, or for 0 the one that the data directory has had before,
 * because links and tokens name it; a new one when there is none or somebody else has taken it.
 */
export const choosePort = async (wanted: number, dataDirectory: string): Promise<number> => {
  if (wanted !== 0) {
    if (await isFree(wanted)) return wanted;
    throw new StartRefusal(
      `Port ${wanted} is in use by another program; give another one, e.g. PORT=${wanted + 1} npm start.`,
    );
  }
  const file = join(dataDirectory, 'port');
  const before = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (before > 0 && (await isFree(before))) return before;
  const chosen = await freePort();
  writeFileSync(file, String(chosen));
  return chosen;
};

const isFree = async (port: number): Promise<boolean> => {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false;
    throw error;
  }
  server.close();
  await once(server, 'close');
  return true;
};
