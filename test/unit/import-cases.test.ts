import { describe, expect, it } from 'vitest';
import { decideWrite } from '#core/imports/decide-write.ts';
import { toImportView } from '#core/imports/import-view.ts';
import { cancelImport } from '#core/use-cases/cancel-import.ts';
import { continueImport } from '#core/use-cases/continue-import.ts';
import { listImportRecords } from '#core/use-cases/list-import-records.ts';
import { retryImport } from '#core/use-cases/retry-import.ts';
import { splitUpload } from '#core/use-cases/split-upload.ts';
import { aSegmentLine } from '#test/support/a-segment-line.ts';
import { anImport } from '#test/support/an-import.ts';
import { importWorld, noChaos } from '#test/support/import-world.ts';

const context = {
  tenant: 'demo',
  importId: 'i-1',
  startedAt: '2026-03-01T11:00:00.000Z',
  now: '2026-03-01T12:00:00.000Z',
};
const tombstone = {
  id: 'c-1',
  version: 7,
  deleted: true,
  updatedAt: '2026-02-01T00:00:00.000Z',
  sourceUpdatedAt: '2026-01-05T00:00:00.000Z',
} as const;
const stored = {
  id: 'c-1',
  version: 4,
  deleted: false,
  contentHash: 'a'.repeat(64),
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-05T00:00:00.000Z',
  sourceUpdatedAt: '2026-01-05T00:00:00.000Z',
  importId: undefined,
} as const;
const older = '2026-01-04T00:00:00.000Z';
const newer = '2026-01-06T00:00:00.000Z';
const other = 'c'.repeat(64);
const file = (count: number, broken = 0) =>
  [
    ...Array.from({ length: count }, (_, index) =>
      JSON.stringify({ id: `c-${index}`, title: `ticket ${index}` }),
    ),
    ...Array.from({ length: broken }, () => '{'),
  ].join('\n');

describe('decideWrite', () => {
  it.each([
    ['new', undefined, {}, { outcome: 'written', version: Date.parse(context.now) / 1_000 }],
    ['over a tombstone', tombstone, {}, { outcome: 'written', version: 8 }],
    [
      'older than what was deleted',
      tombstone,
      { source_updated_at: older },
      { outcome: 'unchanged', code: 'older_version', version: 7 },
    ],
    [
      'deleted since the import began',
      { ...tombstone, updatedAt: '2026-03-01T11:30:00.000Z' },
      {},
      { outcome: 'unchanged', code: 'older_version', version: 7 },
    ],
    ['changed', stored, { content_hash: other }, { outcome: 'written', version: 5 }],
    [
      'changed at the same time',
      stored,
      { content_hash: other, source_updated_at: stored.sourceUpdatedAt },
      { outcome: 'written', version: 5 },
    ],
    [
      'older',
      stored,
      { content_hash: other, source_updated_at: older },
      { outcome: 'unchanged', code: 'older_version', version: 4 },
    ],
    ['same', stored, {}, { outcome: 'unchanged', code: 'same_content', version: 4 }],
    [
      'same and newer',
      stored,
      { source_updated_at: newer },
      { outcome: 'unchanged', code: 'same_content', version: 5 },
    ],
  ])('decides a record that is %s', (_, head, line, outcome) => {
    expect(decideWrite(aSegmentLine(line), head, context).outcome).toEqual({
      line: 1,
      id: 'c-1',
      ...outcome,
    });
  });

  it('keeps the known source time when a record has none', () => {
    const { write } = decideWrite(aSegmentLine({ content_hash: other }), stored, context);

    expect(write).toMatchObject({
      expected: 4,
      row: { sourceUpdatedAt: stored.sourceUpdatedAt, createdAt: stored.createdAt },
    });
  });
});

describe('an import', () => {
  it('waits for a person above its error threshold, writes nothing, and goes on when told', async () => {
    const { run, books, rest, ports } = importWorld(noChaos());
    const key = await run(file(8, 2), { error_threshold: 0.1 });
    expect(await books.imports.find(key)).toMatchObject({
      state: 'needs_review',
      quality: { error_rate: 0.2 },
    });
    expect(books.cases.size).toBe(0);

    await continueImport(ports)(key);
    await rest();
    expect(await books.imports.find(key)).toMatchObject({ state: 'completed', indexed: 8, rejected: 2 });
    await expect(continueImport(ports)(key)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('that waited for a person longer than its records are kept cannot go on', async () => {
    const { run, clock, ports } = importWorld(noChaos());
    const key = await run(file(8, 2), { error_threshold: 0.1 });

    clock.advance(7 * 24 * 60 * 60 * 1_000 + 120_000);

    await expect(continueImport(ports)(key)).rejects.toMatchObject({ code: 'source_expired' });
  });

  it('whose records are not kept any more before they were written fails instead of waiting for ever', async () => {
    const { run, books, clock, tend, pending } = importWorld(noChaos());
    const key = await run(file(8, 0), {}, 0);
    const [split] = pending.splice(0);
    await split!();
    const [dispatch] = pending.splice(0);
    await dispatch!();
    expect(pending.splice(0)).toHaveLength(1);
    clock.advance(7 * 24 * 60 * 60 * 1_000 + 1_000);

    await tend();
    await tend();

    expect(await books.imports.find(key)).toMatchObject({ state: 'failed', failure: 'not_readable' });
  });

  it('is not given up while the index is out, and goes on when it answers', async () => {
    const { run, rest, books, breakers, tend, pending } = importWorld(noChaos());
    const key = await run(file(8, 0), {}, 0);
    const [split] = pending.splice(0);
    await split!();
    const [dispatch] = pending.splice(0);
    await dispatch!();
    expect(pending.splice(0)).toHaveLength(1);
    const breaker = await breakers.find('vector_store');
    await breakers.write({ ...breaker, state: { phase: 'open', since: 0, until: 0 } });

    for (let minute = 0; minute < 40; minute += 1) await tend();
    expect(pending).toEqual([]);
    expect(await books.imports.find(key)).toMatchObject({ state: 'processing' });

    await breakers.write({ ...breaker, version: 1 });
    await tend();
    await tend();
    expect(pending).not.toEqual([]);
    await rest();
    expect(await books.imports.find(key)).toMatchObject({ state: 'completed', received: 8 });
  });

  it('of an empty file is completed', async () => {
    const { run, books } = importWorld(noChaos());

    expect(await books.imports.find(await run(''))).toMatchObject({
      state: 'completed',
      received: 0,
      segments: 0,
    });
  });

  it('that nobody uploads to expires', async () => {
    const { books, clock, tend } = importWorld(noChaos());
    await books.imports.create(
      anImport({ createdAt: '2026-03-01T12:00:00.000Z', linkExpiresAt: '2026-03-01T13:00:00.000Z' }),
    );
    clock.advance(59 * 60_000);
    await tend();
    expect(await books.imports.find(anImport())).toMatchObject({ state: 'awaiting_upload' });

    clock.advance(2 * 60_000);
    await tend();
    expect(await books.imports.find(anImport())).toMatchObject({
      state: 'failed',
      failure: 'upload_expired',
    });
  });

  it('that is cancelled writes nothing more and keeps its counts', async () => {
    const { run, books, ports } = importWorld(noChaos(), async () => {
      const row = await books.imports.find({ tenant: 'demo', id: 'id-1' });
      if (row?.state === 'processing' && row.workedSegments === 1) await cancelImport(ports)(row);
    });
    const key = await run(file(1_000));
    const row = (await books.imports.find(key))!;

    expect(row).toMatchObject({ state: 'cancelled', received: 1_000 });
    expect(row.verifiedSegments).toBeLessThan(10);
    expect(books.cases.size).toBeLessThan(1_000);
    await expect(cancelImport(ports)(key)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is not set back by a second splitter that comes late', async () => {
    const { books, files, ports, pending, rest } = importWorld(noChaos());
    await books.imports.create(anImport());
    await files.uploads.write(anImport(), file(250));
    const upload = (await files.uploads.find(anImport()))!;
    const start = { kind: 'start', tenant: 'demo', import_id: 'i-1', ...upload } as const;
    const gate = Promise.withResolvers<void>();
    const putSegments: typeof books.scans.putSegments = async (...input) => {
      await gate.promise;
      return books.scans.putSegments(...input);
    };
    const inTime = { ...ports, segments: files.segments };
    const deadline = { remaining: () => 60_000 };

    const late = splitUpload({ ...inTime, scans: { ...books.scans, putSegments } })(start, deadline);
    pending.push(() => splitUpload(inTime)(start, deadline));
    await rest();
    const before = await books.imports.find(anImport());
    expect(before).toMatchObject({ state: 'completed', indexed: 250, verifiedSegments: 3 });
    gate.resolve();
    await late;
    await rest();
    expect(await books.imports.find(anImport())).toEqual(before);
    expect(await books.ledger.open(anImport(), 9, 9)).toEqual([]);
  });

  it('whose records never reach the index ends with them failed, and says which', async () => {
    const { run, books, index } = importWorld(noChaos());
    index.upsert = async () => {};
    const key = await run(file(3));

    expect(await books.imports.find(key)).toMatchObject({ state: 'completed', indexed: 0, failed: 3 });
    const { items } = await listImportRecords(books)(key, 'failed', 9);
    expect(items.map(({ line, code }) => [line, code])).toEqual([
      [1, 'not_indexed'],
      [2, 'not_indexed'],
      [3, 'not_indexed'],
    ]);
  });
});

describe('a retry', () => {
  it('reads back again what was written, and counts it as indexed', async () => {
    const { run, retry, books, index } = importWorld(noChaos());
    const upsert = index.upsert.bind(index);
    index.upsert = async () => {};
    const key = await run(file(250));
    expect(await books.imports.find(key)).toMatchObject({ state: 'completed', indexed: 0, failed: 250 });

    const versions = [...books.cases.values()].map(({ version }) => version);
    index.upsert = upsert;
    await retry(key);
    expect(await books.imports.find(key)).toMatchObject({ state: 'completed', indexed: 250, failed: 0 });
    expect([...books.cases.values()].map(({ version }) => version)).toEqual(versions);
  });

  it('is refused when nothing failed, before the end, and after seven days', async () => {
    const { books, clock, ports } = importWorld(noChaos());
    const at = clock.now().toISOString();
    await books.imports.create(anImport({ state: 'completed', startedAt: at }));
    await books.imports.create(anImport({ id: 'i-2', state: 'verifying', failed: 1, startedAt: at }));
    await books.imports.create(anImport({ id: 'i-3', state: 'completed', failed: 1, startedAt: at }));
    const retry = (id: string) => retryImport(ports)({ tenant: 'demo', id });

    await expect(retry('i-1')).rejects.toMatchObject({ code: 'conflict' });
    await expect(retry('i-2')).rejects.toMatchObject({ code: 'conflict' });
    clock.advance(7 * 24 * 60 * 60_000 + 1);
    await expect(retry('i-3')).rejects.toMatchObject({ code: 'source_expired' });
    clock.advance(-2);
    expect(await retry('i-3')).toEqual({ id: 'i-3', state: 'processing' });
  });
});

describe('toImportView', () => {
  const at = '2026-01-02T03:01:40.000Z';
  const running = {
    state: 'processing',
    startedAt: '2026-01-02T03:00:00.000Z',
    upload: { etag: 'e', bytes: 100 },
    scannedBytes: 100,
    received: 1_000,
  } as const;

  it('counts what is not read back as pending', () => {
    const view = toImportView(
      anImport({ ...running, rejected: 10, indexed: 500, unchanged: 40, failed: 2 }),
      at,
    );

    expect(view.counts).toEqual({
      received: 1_000,
      indexed: 500,
      unchanged: 40,
      rejected: 10,
      failed: 2,
      pending: 448,
    });
  });

  it('moves while the file is read, written and read back, and is at 100 when completed only', () => {
    const percent = (row: object) => toImportView(anImport({ ...running, ...row }), at).progress.percent;

    expect(percent({ scannedBytes: 50 })).toBe(5);
    expect(percent({ segments: 10 })).toBe(10);
    expect(percent({ segments: 10, workedSegments: 5 })).toBe(32);
    expect(percent({ segments: 10, workedSegments: 10, verifiedSegments: 10 })).toBe(99);
    expect(percent({ segments: 10, workedSegments: 10, verifiedSegments: 10, state: 'completed' })).toBe(100);
  });

  it('tells rate and time left from the run so far', () => {
    const row = anImport({ ...running, segments: 10, workedSegments: 10, verifiedSegments: 0 });

    expect(toImportView(row, at).progress).toEqual({
      percent: 55,
      records_per_second: 5.5,
      seconds_left: 82,
    });
    expect(toImportView(anImport(), at).progress).toEqual({
      percent: 0,
      records_per_second: 0,
      seconds_left: null,
    });
  });
});
