import type { RecordKey } from '#contracts/record-key.ts';
import { RebuildMessage } from '#contracts/rebuild-message.ts';
import { searchGenerations } from '#core/generations/search-generations.ts';
import type { RebuildQueue } from '#core/ports/rebuild-queue.ts';
import type { RecordWalk } from '#core/ports/record-walk.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';
import type { RecordReader } from '#core/ports/record-store.ts';
import type { LivingRow } from '#core/records/stored-row.ts';
import { type IndexName, indexNameText } from '#core/search/index-name.ts';
import { cancelRebuild } from '#core/use-cases/cancel-rebuild.ts';
import { projectRecords } from '#core/use-cases/project-records.ts';
import { readIndexStatus } from '#core/use-cases/read-index-status.ts';
import { rebuildIndex } from '#core/use-cases/rebuild-index.ts';
import { startRebuild } from '#core/use-cases/start-rebuild.ts';
import { aCase, aDeletedCase } from './a-case.ts';
import { countedIds } from './counted-ids.ts';
import { fixedClock } from './fixed-clock.ts';
import { fragilePorts } from '#test/support/fragile-ports.ts';
import type { Chaos } from './import-world.ts';
import { knownWordsEmbedder } from './known-words-embedder.ts';
import { memoryArticleStore } from './memory-article-store.ts';
import { memoryCaseStore } from './memory-case-store.ts';
import { memoryGenerationStore } from './memory-generation-store.ts';
import { memoryRebuildLanes } from './memory-rebuild-lanes.ts';
import { memoryRecordWalk } from './memory-record-walk.ts';
import { memorySearchIndex } from './memory-search-index.ts';
import { memoryTenantRegistry } from './memory-tenant-registry.ts';

const FIRST = { model: 'known-words', dimensions: 2, generation: 1, embedder: 'words', indexVersion: 1 };
const MODELS = { words: { model: 'known-words', dimensions: 2 } };

/** The listing index is so far behind its table at most: more than a rebuild waits before it begins to copy. */
const LISTING_LAG = 3_500;
/** Each piece of work takes this long by the clock. */
const STEP_TIME = 20;

/** Records, projector and rebuild over twins: messages in any order, some twice, crashes at any call of a port, a listing that is behind. */
export const rebuildWorld = (chaos: Chaos) => {
  const clock = fixedClock();
  const [cases, articles] = [memoryCaseStore(), memoryArticleStore()];
  const [store, lanes, tenants] = [memoryGenerationStore(), memoryRebuildLanes(), memoryTenantRegistry()];
  const lag = chaos.random() * LISTING_LAG;
  const embedder = knownWordsEmbedder('toner', 'drum');
  const indexes = new Map<string, SearchIndex>();
  const pending: (() => Promise<unknown>)[] = [];
  let delayed: { readonly due: number; readonly deliver: () => Promise<unknown> }[] = [];
  /** By record: the newest version of which the projector said that it is in the index. */
  const acknowledged = new Map<string, { readonly key: RecordKey; readonly version: number }>();

  const fragile = fragilePorts({ random: chaos.random, crashes: chaos.crashes, most: 80, slowest: 300 });

  const indexOf = (name: IndexName): SearchIndex => {
    const known = indexes.get(indexNameText(name)) ?? memorySearchIndex();
    indexes.set(indexNameText(name), known);
    return known;
  };
  /** What one instance knows of the generations. */
  const instance = () =>
    searchGenerations({
      store: fragile(store),
      first: FIRST,
      clock,
      open: async (name) => ({ name, index: fragile(indexOf(name)), embedder }),
    });
  const release = (): void => {
    const now = clock.now().getTime();
    pending.push(...delayed.filter(({ due }) => due <= now).map(({ deliver }) => deliver));
    delayed = delayed.filter(({ due }) => due > now);
  };
  const queue: RebuildQueue = {
    async send(messages, delaySeconds = 0) {
      const due = clock.now().getTime() + delaySeconds * 1_000;
      for (const message of messages) {
        const text = JSON.stringify(message);
        const copies = chaos.random() < chaos.duplicates ? 2 : 1;
        for (let copy = 0; copy < copies; copy += 1) {
          let redelivered = false;
          const deliver = async () => {
            const delivery = { redelivered, deadline };
            redelivered = true;
            await rebuild(RebuildMessage.parse(JSON.parse(text)), delivery);
          };
          delayed.push({ due, deliver });
        }
      }
      release();
    },
  };
  const deadline = { remaining: () => (chaos.random() < 0.5 ? 0 : 60_000) };
  /** The listing index shows a row a moment after it was written, and until then the one before. */
  const late = <Row extends LivingRow>(rows: RecordReader<Row>): RecordWalk => {
    const walk = memoryRecordWalk({
      ...rows,
      async list(...asked) {
        const page = await rows.list(...asked);
        const shown = new Date(clock.now().getTime() - lag).toISOString();
        return { ...page, rows: page.rows.filter(({ updatedAt }) => updatedAt <= shown) };
      },
    });
    return walk;
  };

  const ports = {
    cases: fragile(cases),
    articles: fragile(articles),
    store: fragile(store),
    lanes: fragile(lanes),
    tenants: fragile(tenants),
    queue: fragile(queue),
    walks: { case: fragile(late(cases)), article: fragile(late(articles)) },
    openIndex: async (name: IndexName) => fragile(indexOf(name)),
    first: FIRST,
    models: MODELS,
    settleSeconds: 2,
    clock,
    ids: countedIds(),
  };
  const whole = { ...ports, generations: instance() };
  const rebuild = rebuildIndex(whole);
  const projectors = [0, 1].map(() => projectRecords({ ...ports, generations: instance() }));

  /** What the stream of changes does: it tells the projector until that has done it. */
  const project = async (key: RecordKey): Promise<void> => {
    const version = (await cases.find(key.tenant, key.id))?.version ?? 0;
    const projector = projectors[Math.floor(chaos.random() * projectors.length)]!;
    const [failed] = await projector([key]);
    if (failed) throw failed.error;
    const text = `${key.tenant}#${key.id}`;
    if ((acknowledged.get(text)?.version ?? 0) < version) acknowledged.set(text, { key, version });
  };

  /** Writes the next version of a case, or deletes it, and lets the stream know. */
  const change = async (tenant: string, id: string, gone = false): Promise<void> => {
    const before = await cases.find(tenant, id);
    const version = (before?.version ?? 0) + 1;
    const row = { tenant, id, version, updatedAt: clock.now().toISOString() };
    await cases.write(
      gone && before && !before.deleted ? aDeletedCase(row) : aCase(row),
      before?.version ?? 0,
    );
    pending.push(() => project({ tenant, id, kind: 'case' }));
  };

  const flying = new Set<Promise<void>>();
  const depart = (): void => {
    const [deliver] = pending.splice(Math.floor(chaos.random() * pending.length), 1);
    if (!deliver) return;
    clock.advance(STEP_TIME);
    release();
    const flight = deliver()
      .catch((error: unknown) => {
        if (!(error instanceof Error) || error.message !== 'crash') throw error;
        pending.push(deliver);
      })
      .then(() => void flying.delete(flight));
    flying.add(flight);
  };

  /** Works, four pieces at once at most, until nothing is left to do now. */
  const settle = async (between: () => Promise<void> = async () => {}): Promise<void> => {
    for (let steps = 0; pending.length + flying.size > 0; steps += 1) {
      if (steps > 40_000) throw new Error('the world does not come to rest');
      if (flying.size < 4 && (flying.size === 0 || chaos.random() < 0.7)) depart();
      await (flying.size < 4 && pending.length > 0 ? Promise.resolve() : Promise.race(flying));
      await between();
    }
  };
  /** Works until nothing is left to do, delays included. */
  const rest = async (between?: () => Promise<void>): Promise<void> => {
    await settle(between);
    while (delayed.length > 0) {
      clock.advance(Math.max(0, Math.min(...delayed.map(({ due }) => due)) - clock.now().getTime()));
      release();
      await settle(between);
    }
  };
  const until = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Error) || error.message !== 'crash') throw error;
      }
    }
  };

  return {
    cases,
    articles,
    store,
    lanes,
    tenants,
    indexes,
    clock,
    pending,
    acknowledged,
    embedder,
    change,
    project,
    settle,
    rest,
    /** What functions are given. */
    ports: whole,
    /** One that asks as the API's functions do. */
    reader: searchGenerations({
      store,
      first: FIRST,
      clock,
      open: async (name) => ({ name, index: indexOf(name), embedder }),
    }),
    start: (wish: { embedder?: string } = {}) => startRebuild(ports)(wish),
    cancel: () => cancelRebuild(ports)(),
    status: readIndexStatus({ ...ports, store, lanes }),
    until,
    send: (message: RebuildMessage) => queue.send([message]),
  };
};

/** See rebuildWorld. */
export type RebuildWorld = ReturnType<typeof rebuildWorld>;
