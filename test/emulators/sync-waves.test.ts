import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { runSyncWaves } from '#test/support/run-sync-waves.ts';

const directories: string[] = [];
afterEach(async () => {
  for (const directory of directories.splice(0)) await rm(directory, { recursive: true, force: true });
});

describe('a case database that is followed', () => {
  // The whole of it, 2,000 rows in five waves, is `npm run sync:waves`.
  it('ends up equal in table and index, whatever is killed and changed meanwhile', async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'caselore-waves-'));
    directories.push(dataDirectory);
    const { unlikeInTable, unlikeInIndex, killed, cases } = await runSyncWaves({
      dataDirectory,
      seed: 2,
      tickets: 50,
      waves: 2,
      rowsAWave: 160,
      kills: 2,
      say: () => {},
    });

    expect({ unlikeInTable, unlikeInIndex, killed }).toEqual({
      unlikeInTable: [],
      unlikeInIndex: [],
      killed: 2,
    });
    expect(cases).toBeGreaterThan(50);
  }, 400_000);
});
