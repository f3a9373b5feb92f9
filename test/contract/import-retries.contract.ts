import { describe, expect, it } from 'vitest';
import type { Outcome } from '#contracts/import-outcome.ts';
import type { ImportBooks } from '#test/support/memory-import-books.ts';
import { anImport } from '#test/support/an-import.ts';

const KEY = { tenant: 'demo', id: 'i-1' };
const START = {
  upload: { etag: 'abc', bytes: 1_000 },
  profile: undefined,
  startedAt: '2026-01-02T03:01:00.000Z',
};
const QUALITY = { error_rate: 0, threshold: 0.05, findings: [] };
const written: Outcome = { line: 1, id: 'c-1', outcome: 'written', version: 1 };
const lost: Outcome = { line: 2, id: 'c-2', outcome: 'failed', code: 'not_processed' };
const unseen: Outcome = {
  line: 3,
  id: 'c-3',
  outcome: 'failed',
  code: 'not_indexed',
  claimed: { outcome: 'written', version: 4 },
};
const claim: Outcome = { line: 3, id: 'c-3', outcome: 'written', version: 4 };

/** A completed import of one segment, two of whose three records failed. */
const completed = async (books: ImportBooks): Promise<void> => {
  await books.imports.create(anImport());
  await books.scans.begin(KEY, START);
  await books.scans.putSegments(KEY, [{ segment: 1, skipped: [] }]);
  await books.scans.end(KEY, {
    received: 3,
    rejected: 0,
    scannedBytes: 1_000,
    segments: 1,
    quality: QUALITY,
    state: 'processing',
  });
  await books.chunks.commit({
    key: KEY,
    segment: 1,
    chunk: 0,
    writes: [],
    outcomes: [written, lost, unseen],
  });
  await books.ledger.markWorked(KEY, 1);
  await books.ledger.markVerified(KEY, 1, { counts: { indexed: 1, unchanged: 0, failed: 2 }, changed: [] });
  await books.imports.move(KEY, ['processing'], 'completed', { completedAt: '2026-01-02T04:00:00.000Z' });
};
const TAKEN = {
  segment: 2,
  from: 1,
  source: { segment: 1, lines: [2] },
  claims: [claim],
  emptied: [{ chunk: 0, outcomes: [written], failed: 2 }],
};

/** What every implementation of the books of retries must do. */
export const importRetriesContract = (name: string, create: () => Promise<ImportBooks>) =>
  describe(`books of retries: ${name}`, () => {
    it('starts a retry of what has ended with failed records, once', async () => {
      const books = await create();
      await completed(books);

      expect(await books.retries.start(KEY)).toBe(true);
      const row = await books.imports.find(KEY);
      expect(row).toMatchObject({ state: 'processing', retrying: true, failed: 2 });
      expect(row?.completedAt).toBeUndefined();
      expect(await books.imports.active()).toEqual([KEY]);
      expect(await books.retries.start(KEY)).toBe(false);
    });

    it('starts none where nothing failed, or nothing has ended', async () => {
      const books = await create();
      await books.imports.create(anImport({ state: 'completed' }));
      await books.imports.create(anImport({ id: 'i-2', state: 'verifying', failed: 3 }));

      expect(await books.retries.start(KEY)).toBe(false);
      expect(await books.retries.start({ tenant: 'demo', id: 'i-2' })).toBe(false);
    });

    it('moves failed records to a segment of their own, once', async () => {
      const books = await create();
      await completed(books);
      expect(await books.retries.takeUp(KEY, TAKEN)).toBe(false);
      await books.retries.start(KEY);

      expect(await books.retries.takeUp(KEY, TAKEN)).toBe(true);
      expect(await books.retries.takeUp(KEY, TAKEN)).toBe(false);
      expect(await books.retries.takeUp(KEY, { ...TAKEN, segment: 3 })).toBe(false);
      expect(await books.imports.find(KEY)).toMatchObject({ segments: 2, failed: 0, indexed: 1 });
      expect(await books.ledger.find(KEY, 2)).toEqual({
        segment: 2,
        state: 'waiting',
        skipped: [],
        verifyAttempt: 0,
        retryOf: { segment: 1, lines: [2] },
      });
      expect(await books.ledger.outcomes(KEY, 1)).toMatchObject([{ chunk: 0, outcomes: [written] }]);
      expect(await books.ledger.outcomes(KEY, 2)).toMatchObject([{ chunk: 0, outcomes: [claim] }]);
      expect((await books.lists.read(KEY, 'failed', undefined)).rows).toEqual([]);
    });

    it('hands over to the dispatcher when all were taken up', async () => {
      const books = await create();
      await completed(books);
      await books.retries.start(KEY);
      await books.retries.finish(KEY);

      expect((await books.imports.find(KEY))?.retrying).toBeUndefined();
      expect(await books.retries.takeUp(KEY, TAKEN)).toBe(false);
    });

    it('ends a reading that cannot come to its end', async () => {
      const books = await create();
      await books.imports.create(anImport({ format: 'csv', compression: 'gzip', mapping: { nr: 'id' } }));
      await books.scans.begin(KEY, START);
      const failure = {
        received: 1,
        rejected: 1,
        scannedBytes: 10,
        quality: QUALITY,
        failure: 'invalid_header',
        completedAt: '2026-01-02T04:00:00.000Z',
      } as const;

      expect(await books.scans.fail(KEY, failure)).toBe(true);
      expect(await books.scans.fail(KEY, failure)).toBe(false);
      expect(await books.imports.find(KEY)).toMatchObject({
        state: 'failed',
        ...failure,
        format: 'csv',
        compression: 'gzip',
        mapping: { nr: 'id' },
      });
      expect(await books.imports.active()).toEqual([]);
    });
  });
