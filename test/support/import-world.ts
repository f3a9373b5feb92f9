import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { DispatchMessage, SegmentMessage, SplitMessage, VerifyMessage } from '#contracts/import-messages.ts';
import { NewImport } from '#contracts/import.ts';
import type { ImportKey } from '#core/imports/import-row.ts';
import type { Outbox } from '#core/ports/outbox.ts';
import { createImport } from '#core/use-cases/create-import.ts';
import { dispatchSegments } from '#core/use-cases/dispatch-segments.ts';
import { splitUpload } from '#core/use-cases/split-upload.ts';
import { tendImports } from '#core/use-cases/tend-imports.ts';
import { verifySegment } from '#core/use-cases/verify-segment.ts';
import { writeSegment } from '#core/use-cases/write-segment.ts';
import { aPassage } from '#test/support/a-passage.ts';
import { countedIds } from '#test/support/counted-ids.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { memoryImportBooks } from '#test/support/memory-import-books.ts';
import { memoryImportFiles } from '#test/support/memory-import-files.ts';
import { memorySearchIndex } from '#test/support/memory-search-index.ts';

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

export const NO_CHAOS: Chaos = { random: () => 0.999, crashes: 0, duplicates: 0, losses: 0 };

/** Most bytes of one read in a world, so that small files are read in several steps. */
const READ_BYTES = 1_500;
const LINE_FEED = 10;

/** A whole import pipeline over twins: queues in random order, crashes at any call of a port, lost events. */
export const importWorld = (chaos: Chaos) => {
  const books = memoryImportBooks();
  const files = memoryImportFiles();
  const index = memorySearchIndex();
  const clock = fixedClock();
  const pending: (() => Promise<unknown>)[] = [];
  let crashesLeft = 60;
  const strikes = (share: number): boolean => chaos.random() < share;

  const crash = (): void => {
    if (crashesLeft === 0 || !strikes(chaos.crashes)) return;
    crashesLeft -= 1;
    throw new Error('crash');
  };
  const fragile = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name, receiver) => {
        const member: unknown = Reflect.get(target, name, receiver);
        if (typeof member !== 'function') return member;
        return async (...input: unknown[]) => {
          crash();
          const result: unknown = await member.apply(target, input);
          crash();
          return result;
        };
      },
    });

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
  /** Short reads, cut behind a line feed. */
  const uploads: typeof files.uploads = {
    ...files.uploads,
    async read(key, upload, offset, length) {
      const bytes = await files.uploads.read(key, upload, offset, length);
      const feed = bytes.indexOf(LINE_FEED, READ_BYTES);
      return feed === -1 ? bytes : bytes.subarray(0, feed + 1);
    },
  };

  const queue = <Message extends { tenant: string }>(
    schema: { parse(value: unknown): Message },
    handle: () => (message: Message) => Promise<void>,
  ): Outbox<Message> => ({
    async send(messages) {
      for (const message of messages) {
        const body = JSON.stringify(message);
        const deliver = () => handle()(schema.parse(JSON.parse(body)));
        pending.push(deliver);
        if (strikes(chaos.duplicates)) pending.push(deliver);
      }
    },
  });
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
    uploads: fragile(uploads),
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
  const tend = tendImports({ ...ports, segments: fragile(segments) });
  const create = createImport({
    imports: books.imports,
    uploads: files.uploads,
    links: { make: async () => ({ method: 'PUT', url: 'https://upload', headers: {}, expires_at: '' }) },
    clock,
    ids: countedIds(),
  });

  /** Delivers some pending work at once; what crashes comes back. */
  const step = async (): Promise<void> => {
    const taken = Array.from({ length: Math.min(pending.length, 1 + Math.floor(chaos.random() * 3)) }, () => {
      const [one] = pending.splice(Math.floor(chaos.random() * pending.length), 1);
      return one!;
    });
    const results = await Promise.allSettled(taken.map((deliver) => deliver()));
    for (const [at, result] of results.entries()) {
      if (result.status === 'fulfilled') continue;
      if (result.reason instanceof Error && result.reason.message === 'crash') pending.push(taken[at]!);
      else throw result.reason;
    }
  };

  const settle = async (): Promise<void> => {
    for (let steps = 0; pending.length > 0; steps += 1) {
      if (steps > 20_000) throw new Error('the world does not come to rest');
      await step();
    }
  };

  /** Runs a file until its import rests; the tender looks once a minute. */
  const run = async (text: string, wish: Record<string, unknown> = {}, minutes = 90): Promise<ImportKey> => {
    const made = await create('demo', NewImport.parse({ format: 'jsonl', error_threshold: 1, ...wish }));
    const key = { tenant: 'demo', id: made.id };
    await files.uploads.write(key, text);
    const upload = await files.uploads.find(key);
    const event = {
      source: 'aws.s3',
      'detail-type': 'Object Created',
      detail: { object: { key: `uploads/demo/${made.id}`, size: upload!.bytes, etag: upload!.etag } },
    };
    if (!strikes(chaos.losses)) pending.push(() => split(SplitMessage.parse(event), deadline));
    for (let minute = 0; minute < minutes; minute += 1) {
      await settle();
      const row = await books.imports.find(key);
      if (row && ['completed', 'failed', 'cancelled', 'needs_review'].includes(row.state)) break;
      clock.advance(61_000);
      await tend().catch(() => undefined);
    }
    return key;
  };

  return { books, files, index, clock, run, settle, step, pending, tend, ports, project };
};
