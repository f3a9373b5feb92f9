import type { CaseStore } from '#core/ports/case-store.ts';
import { DomainError } from '#core/domain-error.ts';
import type { Deadline } from '#core/ports/deadline.ts';
import { syncCases } from '#core/use-cases/sync-cases.ts';
import { importWorld, type Chaos } from './import-world.ts';
import { memoryCaseOrigins } from './memory-case-origins.ts';
import { memoryCaseSource } from './memory-case-source.ts';
import { memoryProductStore } from './memory-product-store.ts';
import { memorySyncCursors } from './memory-sync-cursors.ts';
import { aSourceFixture } from './source-fixture.ts';

/** How long transactions of the source take at most, and so how far back each run looks. */
const OVERLAP_SECONDS = 300;

/** A customer's database, the sync, and the import pipeline behind it, over twins. */
export const syncWorld = (chaos: Chaos, batchSize = 10) => {
  // A case with its feed is longer than the cases that imports are tested with.
  const world = importWorld(chaos, undefined, 20_000);
  const { books, files, clock, fragile } = world;
  const database = aSourceFixture();
  const products = memoryProductStore();
  const cursors = memorySyncCursors();
  const reopened: string[] = [];
  const short: string[] = [];

  const cases: CaseStore = {
    find: async (tenant, id) => books.cases.get(`${tenant}#${id}`),
    async findMany(tenant, ids) {
      const rows = ids.map((id) => books.cases.get(`${tenant}#${id}`)).filter((row) => row !== undefined);
      return new Map(rows.map((row) => [row.id, row]));
    },
    async write(row, expected) {
      const key = `${row.tenant}#${row.id}`;
      if ((books.cases.get(key)?.version ?? 0) !== expected)
        throw new DomainError('version_mismatch', 'changed by somebody else');
      books.cases.set(key, row);
      world.pending.push(() => world.project(row.tenant, row.id));
    },
    list: async () => {
      throw new Error('the sync lists by its own port');
    },
  };
  const deps = {
    source: fragile(memoryCaseSource(database, () => clock.now())),
    cursors: fragile(cursors),
    imports: fragile(books.imports),
    uploads: fragile({
      ...files.uploads,
      async write(key: Parameters<typeof files.uploads.write>[0], content: string | Uint8Array) {
        const written = await files.uploads.write(key, content);
        if (written) await world.announce(key);
        return written;
      },
    }),
    heads: fragile(books.heads),
    cases: fragile(cases),
    origins: fragile(memoryCaseOrigins(books.cases)),
    products: fragile(products),
    clock,
    hasher: world.ports.hasher,
    pause: { before: world.minute },
    trail: {
      reopened: (_: string, ids: readonly string[]) => void reopened.push(...ids),
      fellShort: (_: string, id: string) => void short.push(id),
    },
    settings: {
      tenant: 'demo',
      batchSize,
      overlapSeconds: OVERLAP_SECONDS,
      resolvedStatuses: ['resolved', 'closed'],
      deletions: { always: 50, share: 0.2 },
    },
  };
  const call = syncCases(deps);
  /** Some calls have time for a few steps only. */
  const deadline = (): Deadline => {
    let steps = chaos.crashes === 0 ? Number.POSITIVE_INFINITY : Math.ceil(chaos.random() * 12);
    return { remaining: () => ((steps -= 1) < 0 ? 0 : 60_000) };
  };
  let runs = 0;

  /** One run to its end, as a state machine makes it: calls that crash are repeated; `between` runs before each call. */
  const run = async (sweep: boolean, between: () => void = () => {}): Promise<number> => {
    runs += 1;
    for (let calls = 1; calls < 400; calls += 1) {
      between();
      try {
        const task = { run_id: `case_sync-${runs}`, scheduled_time: clock.now().toISOString(), sweep };
        const { more } = await call(task, deadline());
        if (!more) return calls;
      } catch (error) {
        if (!(error instanceof Error) || error.message !== 'crash') throw error;
        if (chaos.random() < 0.3) await world.minute();
      }
    }
    throw new Error('the sync does not end');
  };

  return { ...world, database, deps, run, reopened, short, products, call };
};
