import { describe, expect, it } from 'vitest';
import type { Outcome } from '#contracts/import-outcome.ts';
import type { ImportBooks } from '#test/support/memory-import-books.ts';
import { aCase } from '#test/support/a-case.ts';
import { anImport } from '#test/support/an-import.ts';

const KEY = { tenant: 'demo', id: 'i-1' };
const UPLOAD = { etag: 'abc', bytes: 1_000 };
const START = { upload: UPLOAD, profile: 'medium', startedAt: '2026-01-02T03:01:00.000Z' } as const;
const QUALITY = { error_rate: 0, threshold: 0.05, findings: [] };
const END = { received: 3, rejected: 1, scannedBytes: 1_000, segments: 2, quality: QUALITY } as const;
const written = (id: string, line: number): Outcome => ({ line, id, outcome: 'written', version: 1 });

/** The books of an import whose upload was read to its end, with two waiting segments. */
const readToTheEnd = async (books: ImportBooks): Promise<void> => {
  await books.imports.create(anImport());
  await books.scans.begin(KEY, START);
  await books.scans.putSegments(KEY, [
    { segment: 1, skipped: [7] },
    { segment: 2, skipped: [] },
  ]);
  await books.scans.end(KEY, { ...END, state: 'processing' });
};

/** What every implementation of the books of imports must do. */
export const importBooksContract = (name: string, create: () => Promise<ImportBooks>) =>
  describe(`books of imports: ${name}`, () => {
    it('keeps an import as it was made', async () => {
      const { imports } = await create();
      const row = anImport({ name: 'spring', expectedRecords: 5, profileFixed: true });
      await imports.create(row);

      expect(await imports.find(row)).toEqual(row);
      expect(await imports.find({ tenant: 'other', id: row.id })).toBeUndefined();
    });

    it('lists the imports of one tenant, newest first, page by page', async () => {
      const { imports } = await create();
      for (const id of ['i-1', 'i-2', 'i-3']) {
        await imports.create(anImport({ id, createdAt: `2026-01-0${id.slice(2)}T00:00:00.000Z` }));
      }
      await imports.create(anImport({ id: 'i-4', tenant: 'other' }));

      const first = await imports.list('demo', 2);
      expect(first.rows.map(({ id }) => id)).toEqual(['i-3', 'i-2']);
      const second = await imports.list('demo', 2, first.next);
      expect(second.rows.map(({ id }) => id)).toEqual(['i-1']);
      expect(second.next).toBeUndefined();
    });

    it('knows the active imports', async () => {
      const { imports } = await create();
      await imports.create(anImport());
      await imports.create(anImport({ id: 'i-2' }));
      await imports.move({ tenant: 'demo', id: 'i-2' }, ['awaiting_upload'], 'cancelled');

      expect(await imports.active()).toEqual([KEY]);
    });

    it('moves an import only from the states that are named', async () => {
      const { imports } = await create();
      await imports.create(anImport());

      expect(await imports.move(KEY, ['processing'], 'completed')).toBe(false);
      const moved = { completedAt: '2026-01-02T05:00:00.000Z', failure: 'upload_expired' } as const;
      expect(await imports.move(KEY, ['processing', 'awaiting_upload'], 'failed', moved)).toBe(true);
      expect(await imports.find(KEY)).toMatchObject({ state: 'failed', ...moved });
    });

    it('is active again when a person continues it', async () => {
      const { imports, scans } = await create();
      await imports.create(anImport());
      await scans.begin(KEY, START);
      await scans.end(KEY, { ...END, state: 'needs_review' });
      expect(await imports.active()).toEqual([]);

      await imports.move(KEY, ['needs_review'], 'processing');
      expect(await imports.active()).toEqual([KEY]);
    });

    it('advances the queue from where it is', async () => {
      const { imports } = await create();
      await imports.create(anImport());

      expect(await imports.advanceQueue(KEY, 0, 8)).toBe(true);
      expect(await imports.advanceQueue(KEY, 0, 9)).toBe(false);
      expect((await imports.find(KEY))?.queuedThrough).toBe(8);
    });

    it('counts looks without progress in a row', async () => {
      const { imports, scans } = await create();
      await imports.create(anImport());
      await scans.begin(KEY, START);

      expect(await imports.countStalledTick(KEY)).toBe(1);
      expect(await imports.countStalledTick(KEY)).toBe(2);
      await scans.note(KEY, { received: 1, rejected: 0, scannedBytes: 10 });
      expect(await imports.countStalledTick(KEY)).toBe(1);
    });

    it('binds an import to its first upload, with the profile that fits', async () => {
      const { imports, scans } = await create();
      await imports.create(anImport());

      expect(await scans.begin({ tenant: 'demo', id: 'nobody' }, START)).toBeUndefined();
      expect(await scans.begin(KEY, START)).toMatchObject({
        state: 'processing',
        upload: UPLOAD,
        profile: 'medium',
      });
      const again = await scans.begin(KEY, {
        ...START,
        profile: 'large',
        startedAt: '2026-01-02T09:00:00.000Z',
      });
      expect(again).toMatchObject({ profile: 'medium', startedAt: START.startedAt });
      expect(await scans.begin(KEY, { ...START, upload: { etag: 'other', bytes: 1 } })).toBeUndefined();
    });

    it('keeps a profile that the caller fixed, and reads nothing that was cancelled', async () => {
      const { imports, scans } = await create();
      await imports.create(anImport({ profileFixed: true }));
      expect(await scans.begin(KEY, START)).toMatchObject({ profile: 'small' });

      await imports.create(anImport({ id: 'i-2', state: 'cancelled' }));
      expect(await scans.begin({ tenant: 'demo', id: 'i-2' }, START)).toBeUndefined();
    });

    it('notes how far the reading is, never backwards', async () => {
      const { imports, scans } = await create();
      await imports.create(anImport());
      await scans.begin(KEY, START);

      expect(await scans.note(KEY, { received: 5, rejected: 2, scannedBytes: 500 })).toBe(true);
      expect(await scans.note(KEY, { received: 3, rejected: 1, scannedBytes: 300 })).toBe(true);
      expect(await imports.find(KEY)).toMatchObject({ received: 5, rejected: 2, scannedBytes: 500 });
      await imports.move(KEY, ['processing'], 'cancelled');
      expect(await scans.note(KEY, { received: 9, rejected: 2, scannedBytes: 900 })).toBe(false);
    });

    it('ends the reading once, and makes no segment after it', async () => {
      const books = await create();
      await readToTheEnd(books);

      expect(await books.imports.find(KEY)).toMatchObject({
        segments: 2,
        received: 3,
        rejected: 1,
        quality: QUALITY,
      });
      await books.ledger.markWorked(KEY, 1);
      expect(await books.scans.putSegments(KEY, [{ segment: 1, skipped: [] }])).toBe(false);
      expect(await books.scans.end(KEY, { ...END, segments: 9, state: 'processing' })).toBe(false);
      expect(await books.scans.note(KEY, { received: 9, rejected: 2, scannedBytes: 9_000 })).toBe(false);
      expect(await books.ledger.find(KEY, 1)).toEqual({
        segment: 1,
        state: 'worked',
        skipped: [7],
        verifyAttempt: 0,
      });
    });

    it('writes a chunk with its outcomes once', async () => {
      const books = await create();
      await readToTheEnd(books);
      const chunk = {
        key: KEY,
        segment: 1,
        chunk: 0,
        writes: [{ row: aCase(), expected: 0 }],
        outcomes: [written('c-1', 1)],
      };

      expect(await books.chunks.commit(chunk)).toEqual({ kind: 'committed' });
      expect(await books.chunks.commit(chunk)).toEqual({ kind: 'already_committed' });
      expect(await books.ledger.outcomes(KEY, 1)).toMatchObject([
        { chunk: 0, outcomes: [written('c-1', 1)] },
      ]);
      expect((await books.heads.findMany('demo', ['c-1', 'c-2'])).get('c-1')).toMatchObject({
        id: 'c-1',
        version: 1,
        deleted: false,
      });
    });

    it('writes nothing of a chunk when a row was changed meanwhile', async () => {
      const books = await create();
      await readToTheEnd(books);
      const one = { key: KEY, segment: 1, chunk: 0, writes: [{ row: aCase(), expected: 0 }], outcomes: [] };
      await books.chunks.commit(one);
      const writes = [
        { row: aCase({ id: 'c-2' }), expected: 0 },
        { row: aCase({ version: 3 }), expected: 2 },
      ];

      expect(await books.chunks.commit({ ...one, chunk: 1, writes })).toEqual({ kind: 'stale' });
      expect((await books.heads.findMany('demo', ['c-2'])).size).toBe(0);
      expect(await books.ledger.outcomes(KEY, 1)).toHaveLength(1);
    });

    it('names the rows that can never be written', async () => {
      const books = await create();
      await readToTheEnd(books);
      const large = aCase({
        id: 'large',
        lineage: { import_id: 'i', line: 1, source_hash: 'x'.repeat(1_200_000), pipeline_version: '1' },
      });
      const writes = [aCase(), large].map((row) => ({ row, expected: 0 }));

      expect(await books.chunks.commit({ key: KEY, segment: 1, chunk: 0, writes, outcomes: [] })).toEqual({
        kind: 'refused',
        ids: ['large'],
      });
    });

    it('writes a chunk of 89 rows', async () => {
      const books = await create();
      await readToTheEnd(books);
      const ids = Array.from({ length: 89 }, (_, index) => `c-${index}`);
      const writes = ids.map((id) => ({ row: aCase({ id }), expected: 0 }));

      const result = await books.chunks.commit({
        key: KEY,
        segment: 1,
        chunk: 0,
        writes,
        outcomes: ids.map(written),
      });
      expect(result).toEqual({ kind: 'committed' });
      expect((await books.heads.findMany('demo', ids)).size).toBe(89);
    });

    it('moves a segment on once, and counts it once', async () => {
      const books = await create();
      await readToTheEnd(books);
      const counts = { indexed: 4, unchanged: 2, failed: 1 };

      expect(await books.ledger.markVerified(KEY, 1, { counts, changed: [] })).toBe(false);
      expect(await books.ledger.markWorked(KEY, 1)).toBe(true);
      expect(await books.ledger.markWorked(KEY, 1)).toBe(false);
      expect(await books.ledger.markVerified(KEY, 1, { counts, changed: [] })).toBe(true);
      expect(await books.ledger.markVerified(KEY, 1, { counts, changed: [] })).toBe(false);
      expect(await books.imports.find(KEY)).toMatchObject({
        workedSegments: 1,
        verifiedSegments: 1,
        ...counts,
      });
    });

    it('counts nothing for an import that was cancelled', async () => {
      const books = await create();
      await readToTheEnd(books);
      await books.ledger.markWorked(KEY, 1);
      await books.imports.move(KEY, ['processing'], 'cancelled');

      expect(await books.ledger.markWorked(KEY, 2)).toBe(false);
      expect(
        await books.ledger.markVerified(KEY, 1, {
          counts: { indexed: 1, unchanged: 0, failed: 0 },
          changed: [],
        }),
      ).toBe(false);
      expect(await books.imports.find(KEY)).toMatchObject({
        workedSegments: 1,
        verifiedSegments: 0,
        indexed: 0,
      });
    });

    it('promises each attempt to read a segment back once', async () => {
      const books = await create();
      await readToTheEnd(books);

      expect(await books.ledger.promiseAttempt(KEY, 1, 1)).toBe(false);
      await books.ledger.markWorked(KEY, 1);
      expect(await books.ledger.promiseAttempt(KEY, 1, 1)).toBe(true);
      expect(await books.ledger.promiseAttempt(KEY, 1, 1)).toBe(false);
      expect(await books.ledger.promiseAttempt(KEY, 1, 2)).toBe(true);
      expect((await books.ledger.find(KEY, 1))?.verifyAttempt).toBe(2);
    });

    it('names the segments that are open', async () => {
      const books = await create();
      await readToTheEnd(books);
      await books.ledger.markWorked(KEY, 1);

      expect((await books.ledger.open(KEY, 1, 9)).map(({ segment, state }) => [segment, state])).toEqual([
        [1, 'worked'],
      ]);
      expect(await books.ledger.open(KEY, 2, 9)).toHaveLength(2);
      expect(await books.ledger.open(KEY, 2, 1)).toHaveLength(1);
      await books.ledger.markVerified(KEY, 1, {
        counts: { indexed: 0, unchanged: 0, failed: 0 },
        changed: [],
      });
      expect((await books.ledger.open(KEY, 2, 9)).map(({ segment }) => segment)).toEqual([2]);
    });

    it('lists rejections and outcomes row by row', async () => {
      const books = await create();
      await readToTheEnd(books);
      for (const row of [1, 2, 3]) {
        await books.scans.putRejections(KEY, row, [{ line: row, code: 'broken_line', reason: 'broken' }]);
      }
      const failed: Outcome = { line: 9, id: 'c-9', outcome: 'failed', code: 'not_indexed' };
      await books.chunks.commit({
        key: KEY,
        segment: 1,
        chunk: 0,
        writes: [],
        outcomes: [written('c-1', 1)],
      });
      await books.chunks.commit({ key: KEY, segment: 1, chunk: 1, writes: [], outcomes: [failed] });

      const lines: number[] = [];
      for (let from: string | undefined, more = true; more;) {
        const { rows, next } = await books.lists.read(KEY, 'rejected', from);
        lines.push(...rows.flatMap(({ entries }) => entries.map(({ line }) => line)));
        from = next;
        more = next !== undefined;
      }
      expect(lines).toEqual([1, 2, 3]);
      const outcomes = await books.lists.read(KEY, 'failed', undefined);
      expect(outcomes.rows.map(({ entries }) => entries)).toEqual([[failed]]);
      expect((await books.lists.read(KEY, 'unchanged', undefined)).rows).toEqual([]);
    });

    it('replaces the outcomes of records that could not be read back', async () => {
      const books = await create();
      await readToTheEnd(books);
      await books.chunks.commit({
        key: KEY,
        segment: 1,
        chunk: 0,
        writes: [],
        outcomes: [written('c-1', 1)],
      });
      await books.ledger.markWorked(KEY, 1);
      const failed: Outcome = { line: 1, id: 'c-1', outcome: 'failed', code: 'not_indexed' };
      await books.ledger.markVerified(KEY, 1, {
        counts: { indexed: 0, unchanged: 0, failed: 1 },
        changed: [{ chunk: 0, outcomes: [failed] }],
      });

      expect(await books.ledger.outcomes(KEY, 1)).toMatchObject([{ chunk: 0, outcomes: [failed] }]);
      expect((await books.lists.read(KEY, 'failed', undefined)).rows).toHaveLength(1);
    });
  });
