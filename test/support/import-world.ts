import { csvRowParser } from '#adapters/embedded/csv-row-parser.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { zlibUploadReaders } from '#adapters/system/zlib-upload-readers.ts';
import { DispatchMessage, SegmentMessage, SplitMessage, VerifyMessage } from '#contracts/import-messages.ts';
import { NewImport } from '#contracts/import.ts';
import type { ImportKey } from '#core/imports/import-row.ts';
import type { Outbox } from '#core/ports/outbox.ts';
import type { UploadReaders } from '#core/ports/upload-readers.ts';
import { createImport } from '#core/use-cases/create-import.ts';
import { dispatchSegments } from '#core/use-cases/dispatch-segments.ts';
import { retryImport } from '#core/use-cases/retry-import.ts';
import { splitUpload } from '#core/use-cases/split-upload.ts';
import { tendImports } from '#core/use-cases/tend-imports.ts';
import { verifySegment } from '#core/use-cases/verify-segment.ts';
import { writeSegment } from '#core/use-cases/write-segment.ts';
import { aPassage } from '#test/support/a-passage.ts';
import { countedIds } from '#test/support/counted-ids.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { fragilePorts } from '#test/support/fragile-ports.ts';
import { knownLanguageDetector } from '#test/support/known-language-detector.ts';
import { memoryBreakerStore } from '#test/support/memory-breaker-store.ts';
import { memoryImportBooks } from '#test/support/memory-import-books.ts';
import { memoryImportFiles } from '#test/support/memory-import-files.ts';
import { memorySearchIndex } from '#test/support/memory-search-index.ts';
import { seeded } from '#test/support/seeded.ts';

/** What goes wrong in a world: seeded, so that a run can be repeated. */
export type Chaos = {
  /** A number from 0 to 1, the next of the seed. */
  readonly random: () => number;
  /** Share of the calls of ports that crash, before or after they took effect. */
  readonly crashes: number;
  /** Share of messages delivered twice, of events and projections lost. */
  readonly duplicates: number;
  readonly losses: number;
};

/** Messages in any order, each once. */
export const noChaos = (): Chaos => ({ random: seeded(1), crashes: 0, duplicates: 0, losses: 0 });

/** A whole import pipeline over twins: queues in random order, crashes at any call of a port, lost events. */
export const importWorld = (
  chaos: Chaos,
  afterStep: () => Promise<void> = async () => {},
  // So few that small files are read in several steps.
  bytesARead = 2_000,
) => {
  const books = memoryImportBooks();
  const files = memoryImportFiles();
  const index = memorySearchIndex();
  const clock = fixedClock();
  const breakers = memoryBreakerStore();
  const pending: (() => Promise<unknown>)[] = [];
  let delayed: { readonly due: number; readonly deliver: () => Promise<unknown> }[] = [];
  const strikes = (share: number): boolean => chaos.random() < share;

  const fragile = fragilePorts({ random: chaos.random, crashes: chaos.crashes, most: 60, slowest: 400 });

  const project = async (tenant: string, id: string): Promise<void> => {
    const row = books.cases.get(`${tenant}#${id}`);
    if (!row) return;
    if (row.deleted) await index.remove([{ tenant, kind: 'case', id, version: row.version }]);
    else await index.upsert([aPassage({ tenant, kind: 'case', id, version: row.version })]);
  };
  /** The stream of the cases table: each write calls the projector, later. */
  const chunks: typeof books.chunks = {
    async commit(chunk) {
      const result = await books.chunks.commit(chunk);
      if (result.kind === 'committed') {
        for (const { row } of chunk.writes) {
          if (!strikes(chaos.losses)) pending.push(() => project(row.tenant, row.id));
        }
      }
      return result;
    },
  };
  const readers = zlibUploadReaders(fragile(files.uploads));
  const uploads: UploadReaders = {
    open(...upload) {
      const reader = readers.open(...upload);
      return { ...reader, read: (offset) => reader.read(offset, bytesARead) };
    },
  };

  const queue = <Message extends { tenant: string }>(
    schema: { parse(value: unknown): Message },
    handle: () => (message: Message, delivery: { readonly redelivered: boolean }) => Promise<void>,
  ): Outbox<Message> => ({
    async send(messages, delaySeconds = 0) {
      const due = clock.now().getTime() + delaySeconds * 1_000;
      for (const message of messages) {
        const body = JSON.stringify(message);
        // Copies and second tries are deliveries of one message, as SQS counts its receives.
        let deliveries = 0;
        const deliver = () => {
          deliveries += 1;
          return handle()(schema.parse(JSON.parse(body)), { redelivered: deliveries > 1 });
        };
        const copies = strikes(chaos.duplicates) ? 2 : 1;
        for (let copy = 0; copy < copies; copy += 1) delayed.push({ due, deliver });
      }
      release();
    },
  });
  /** What is due comes up for delivery. */
  const release = (): void => {
    const now = clock.now().getTime();
    pending.push(...delayed.filter(({ due }) => due <= now).map(({ deliver }) => deliver));
    delayed = delayed.filter(({ due }) => due > now);
  };
  const deadline = { remaining: () => (strikes(chaos.duplicates) ? 0 : 60_000) };
  const splits = queue(SplitMessage, () => (message) => split(message, deadline));
  const dispatch = queue(DispatchMessage, () => dispatchNow);
  const segments = queue(SegmentMessage, () => write);
  const verification = queue(VerifyMessage, () => verify);
  const repairs = queue(
    { parse: (value) => value as { tenant: string; id: string } },
    () =>
      ({ tenant, id }) =>
        project(tenant, id),
  );

  const ports = {
    imports: fragile(books.imports),
    scans: fragile(books.scans),
    ledger: fragile(books.ledger),
    heads: fragile(books.heads),
    chunks: fragile(chunks),
    retries: fragile(books.retries),
    uploads,
    csv: csvRowParser,
    languages: knownLanguageDetector,
    checkpoints: fragile(files.checkpoints),
    index: fragile(index),
    repairs: fragile(repairs),
    splits: fragile(splits),
    dispatch: fragile(dispatch),
    verification: fragile(verification),
    pause: { before: async () => {} },
    clock,
    hasher: nodeHasher,
  };
  const split = splitUpload({ ...ports, segments: fragile(files.segments) });
  const write = writeSegment({ ...ports, segments: fragile(files.segments) });
  const dispatchNow = dispatchSegments({ ...ports, segments: fragile(segments) });
  const verify = verifySegment(ports);
  const tend = tendImports({
    ...ports,
    breakers,
    uploads: fragile(files.uploads),
    segments: fragile(segments),
  });
  const create = createImport({
    imports: books.imports,
    uploads: files.uploads,
    links: { make: async () => ({ method: 'PUT', url: 'https://upload', headers: {}, expires_at: '' }) },
    clock,
    ids: countedIds(),
  });

  const flying = new Set<Promise<void>>();
  /** Delivers one piece of pending work; what crashes comes back. */
  const depart = (): void => {
    const [deliver] = pending.splice(Math.floor(chaos.random() * pending.length), 1);
    if (!deliver) return;
    const flight = deliver()
      .catch((error: unknown) => {
        if (!(error instanceof Error) || error.message !== 'crash') throw error;
        pending.push(deliver);
      })
      .then(() => void flying.delete(flight));
    flying.add(flight);
  };

  /** Works, four pieces at once at most, until nothing is left to do. */
  const settle = async (): Promise<void> => {
    for (let steps = 0; pending.length + flying.size > 0; steps += 1) {
      if (steps > 40_000) throw new Error('the world does not come to rest');
      if (flying.size < 4 && (flying.size === 0 || chaos.random() < 0.7)) depart();
      await (flying.size < 4 && pending.length > 0 ? Promise.resolve() : Promise.race(flying));
      await afterStep();
    }
  };

  /** Runs a file until its import rests. */
  const run = async (
    content: string | Uint8Array,
    wish: Record<string, unknown> = {},
    minutes = 90,
  ): Promise<ImportKey> => {
    const made = await create('demo', NewImport.parse({ format: 'jsonl', error_threshold: 1, ...wish }));
    const key = { tenant: 'demo', id: made.id };
    if (!('records' in wish)) await files.uploads.write(key, content);
    await announce(key);
    await untilRest(key, minutes);
    return key;
  };

  /** The bucket's word of an upload, which may be lost. */
  const announce = async (key: ImportKey): Promise<void> => {
    const upload = await files.uploads.find(key);
    const event = {
      source: 'aws.s3',
      'detail-type': 'Object Created',
      detail: { object: { key: `uploads/${key.tenant}/${key.id}`, size: upload!.bytes, etag: upload!.etag } },
    };
    if (!strikes(chaos.losses)) pending.push(() => split(SplitMessage.parse(event), deadline));
  };

  /** Lets a minute pass: what is due is delivered, then the tender looks. */
  const minute = async (): Promise<void> => {
    clock.advance(61_000);
    release();
    await settle();
    await tend().catch(() => undefined);
    await settle();
  };

  /** Works until an import rests; the tender looks once a minute. */
  const untilRest = async (key: ImportKey, minutes: number): Promise<void> => {
    let tick = clock.now().getTime() + 61_000;
    for (let ticks = 0; ticks < minutes;) {
      await settle();
      const row = await books.imports.find(key);
      if (row && ['completed', 'failed', 'cancelled', 'needs_review'].includes(row.state)) break;
      const next = Math.min(tick, ...delayed.map(({ due }) => due));
      clock.advance(next - clock.now().getTime());
      release();
      if (next < tick) continue;
      ticks += 1;
      tick += 61_000;
      await tend().catch(() => undefined);
    }
  };

  /** Retries the failed records of an import until it rests. */
  const retry = async (key: ImportKey, minutes = 90): Promise<void> => {
    await retryImport({ ...ports, imports: books.imports, retries: books.retries, splits })(key);
    await untilRest(key, minutes);
  };

  /** Lets everything come to its end, delays included. */
  const rest = async (): Promise<void> => {
    await settle();
    while (delayed.length > 0) {
      clock.advance(Math.min(...delayed.map(({ due }) => due)) - clock.now().getTime());
      release();
      await settle();
    }
  };

  return {
    books,
    breakers,
    files,
    index,
    clock,
    run,
    retry,
    rest,
    pending,
    tend,
    ports,
    project,
    fragile,
    announce,
    minute,
  };
};
