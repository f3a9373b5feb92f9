import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSourceRow, type SourceFixture } from '#test/support/source-fixture.ts';
import { noChaos } from '#test/support/import-world.ts';
import { seeded } from '#test/support/seeded.ts';
import { syncWorld } from '#test/support/sync-world.ts';

type World = ReturnType<typeof syncWorld>;

/** What the source says, in the words of the table: of each living case its text, and the bodies of its feed. */
const saidBy = ({ cases, entries, comments }: SourceFixture) =>
  new Map(
    cases
      .filter((row) => row.is_deleted !== true && row.region === 'here')
      .map((row) => {
        const own = entries.filter(({ case_id: id }) => id === row.id);
        const bodies = [
          ...own.map(({ body }) => body),
          ...comments
            .filter(({ entry_id: entry }) => own.some(({ id }) => id === entry))
            .map(({ body }) => body),
        ];
        return [row.id, { title: row.title, status: row.status, bodies: bodies.toSorted() }];
      }),
  );

const heldBy = ({ books }: World) =>
  new Map(
    [...books.cases.values()].flatMap((row) => {
      if (row.deleted) return [];
      const { title, status, feed = [] } = row.content;
      return [[row.id, { title, status, bodies: feed.map(({ body }) => body).toSorted() }] as const];
    }),
  );

/** Cases in which the table or the index is not what the source is. */
const difference = async (world: World): Promise<readonly unknown[]> => {
  await world.minute();
  await world.rest();
  const said = saidBy(world.database);
  const held = heldBy(world);
  const ids = new Set([...said.keys(), ...held.keys()]);
  const unlike = [...ids].filter((id) => JSON.stringify(said.get(id)) !== JSON.stringify(held.get(id)));
  const rows = [...world.books.cases.values()];
  const versions = await world.index.versions(
    'demo',
    'case',
    rows.map(({ id }) => id),
  );
  const stale = rows.filter(({ id, version }) => versions.get(id)?.version !== version).map(({ id }) => id);
  return [...unlike, ...stale].map((id) => ({ id, said: said.get(id), held: held.get(id) }));
};

type Worker = {
  readonly random: () => number;
  /** By case, the newest time that it has had. */
  readonly newest: Map<string, string>;
  /** Whether rows are removed at times. */
  readonly removes: boolean;
};

/** Somebody works in the customer's system: one change, some of them committed late or within one second. */
const work = (world: World, { random, newest, removes }: Worker): void => {
  const { database, clock } = world;
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const late = random() < 0.3 ? random() * 200_000 : 0;
  const moment = clock.now().getTime() - late;
  const given = new Date(random() < 0.5 ? Math.floor(moment / 1_000) * 1_000 : moment).toISOString();
  const id = `k-${Math.floor(random() * 60)}`;
  const row = database.cases.find((one) => one.id === id);
  // A row that lives never goes back in time; one that was removed may come back with an older one.
  const time = row ? ([given, newest.get(id) ?? given].toSorted().at(-1) ?? given) : given;
  newest.set(id, time);
  const what = random();
  if (!row) {
    database.cases.push(aSourceRow({ id, title: `title ${random()}`, updated_at: time }));
  } else if (what < 0.12 && removes) {
    database.cases.splice(database.cases.indexOf(row), 1);
  } else if (what < 0.24) {
    Object.assign(row, { is_deleted: row.is_deleted !== true, updated_at: time });
  } else if (what < 0.3) {
    Object.assign(row, { region: row.region === 'here' ? 'elsewhere' : 'here', updated_at: time });
  } else if (what < 0.5) {
    const entry = { id: `e-${random()}`, case_id: id, kind: 'mail', body: `b${random()}` };
    database.entries.push({ ...entry, created_at: time, updated_at: time });
  } else if (what < 0.65) {
    const entry = pick(database.entries);
    if (entry)
      database.comments.push({
        id: `m-${random()}`,
        entry_id: entry.id,
        author: 'Ann',
        body: `c${random()}`,
        created_at: time,
      });
  } else {
    const status = random() < 0.5 ? 'open' : 'resolved';
    Object.assign(row, { title: `title ${random()}`, status, updated_at: time });
  }
};

describe('a sync', () => {
  it.each([
    ['with comparisons of everything', true],
    // Removed rows leave no trace without.
    ['by changes alone', false],
  ])(
    'makes the table and the index equal to the source %s, whatever is cut off, repeated, late or at the same time',
    async (_, sweeps) => {
      await fc.assert(
        fc.asyncProperty(fc.integer(), async (seed) => {
          const random = seeded(seed);
          const newest = new Map<string, string>();
          const world = syncWorld({ random, crashes: 0.03, duplicates: 0.1, losses: 0.02 }, 5);
          const change = () => work(world, { random, newest, removes: sweeps });
          for (let wave = 0; wave < 5; wave += 1) {
            for (let changes = 0; changes < 40; changes += 1) change();
            await world.run(sweeps && random() < 0.3, () => {
              if (random() < 0.5) change();
            });
            world.clock.advance(Math.floor(random() * 1_800_000));
          }
          await world.run(sweeps);
          expect(await difference(world)).toEqual([]);
        }),
        { numRuns: 40 },
      );
    },
    120_000,
  );

  it('costs nothing where nothing has changed', async () => {
    const world = syncWorld(noChaos());
    world.database.cases.push(...Array.from({ length: 35 }, (_, index) => aSourceRow({ id: `k-${index}` })));
    await world.run(false);
    const before = [...world.books.cases.values()];
    const imports = (await world.books.imports.list('demo', 99)).rows.length;
    await world.run(true);

    expect((await world.books.imports.list('demo', 99)).rows).toHaveLength(imports);
    expect([...world.books.cases.values()]).toEqual(before);
    expect(await difference(world)).toEqual([]);
  });
});
