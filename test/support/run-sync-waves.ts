import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { SyncCounts } from '#contracts/case-sync.ts';
import { fillSource } from '#samples/source/fill-source.ts';
import { seeded } from './seeded.ts';
import { heldByCaselore, saidBySource, unlike, wave } from './source-waves.ts';
import { syncStack } from './sync-stack.ts';

type Wish = {
  readonly dataDirectory: string;
  readonly seed: number;
  /** Tickets that the help desk has before the first wave. */
  readonly tickets: number;
  readonly waves: number;
  readonly rowsAWave: number;
  /** Kills of everything by SIGKILL, during syncs and between them. */
  readonly kills: number;
  readonly say: (line: string) => void;
};

const connect = async (url: string): Promise<Client> => {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    query_timeout: 60_000,
  });
  // Killed with the stack: what it was doing is seen in the database afterwards.
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

/** Waves of changes in a case database, syncs and kills among them; answers what is not equal at the end. */
export const runSyncWaves = async ({ dataDirectory, seed, tickets, waves, rowsAWave, kills, say }: Wish) => {
  const chance = seeded(seed);
  const stack = await syncStack(dataDirectory);
  let database = await connect(stack.caseDatabase());
  let killsLeft = kills;
  const total = { handedOver: 0, deleted: 0, reopened: 0, calls: 0, seconds: 0 };

  const killAndStart = async (): Promise<void> => {
    killsLeft -= 1;
    await stack.kill();
    await stack.start();
    await database.end().catch(() => undefined);
    database = await connect(stack.caseDatabase());
    say('  killed and started again');
  };

  /** Changes rows while a sync runs; a kill in the middle of it is no fault of the help desk. */
  const workMeanwhile = async (rows: number): Promise<void> => {
    await wave(database, chance, { rows, pool: rowsAWave * 2 }).catch(() => undefined);
  };

  const addUp = (counts: SyncCounts): void => {
    total.handedOver += counts.handed_over;
    total.deleted += counts.deleted;
    total.reopened += counts.reopened;
  };

  const run = async (
    name: string,
    { sweep = false, disturbed = false, kill = false } = {},
  ): Promise<void> => {
    const begun = Date.now();
    for (let calls = 1; ; calls += 1) {
      if (calls > 300) throw new Error('the sync does not end');
      total.calls += 1;
      const strikes = kill && killsLeft > 0 && calls === 1;
      const [answer] = await Promise.all([
        stack.call(name, sweep),
        disturbed && calls === 1 ? workMeanwhile(rowsAWave / 4) : undefined,
        strikes ? pause(300 + chance() * 1_500).then(killAndStart) : undefined,
      ]);
      if (answer === 'cut off') continue;
      if (answer.more) {
        if (answer.waiting) await pause(500);
        continue;
      }
      addUp(answer.counts);
      total.seconds += (Date.now() - begun) / 1_000;
      say(`  ${name}: ${JSON.stringify(answer.counts)}`);
      return;
    }
  };

  try {
    if (tickets > 0) await fillSource(stack.caseDatabase(), tickets);
    await run('case_sync-first');
    const firstSeconds = total.seconds;
    for (let number = 1; number <= waves; number += 1) {
      say(`wave ${number}`);
      await wave(database, chance, { rows: rowsAWave, pool: rowsAWave * 2 });
      if (killsLeft > 0 && number % 2 === 0) await killAndStart();
      const kill = number % 2 === 1;
      await run(`case_sync-${number}`, { sweep: number === waves, disturbed: true, kill });
    }
    await run('case_sync-last', { sweep: true });

    const said = await saidBySource(database);
    const token = await stack.token();
    const inTable = unlike(said, await heldByCaselore(stack.url, token, ''));
    const inIndex = unlike(said, await heldByCaselore(stack.url, token, '&updated_from=2020-01-01'));
    return {
      cases: said.size,
      unlikeInTable: inTable,
      unlikeInIndex: inIndex,
      killed: kills - killsLeft,
      firstSeconds,
      ...total,
    };
  } finally {
    await database.end().catch(() => undefined);
    await stack.kill();
  }
};
