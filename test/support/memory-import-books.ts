import type { Rejection } from '#contracts/import-outcome.ts';
import type { CaseRow } from '#core/cases/case-row.ts';
import type { ImportKey, ImportRow } from '#core/imports/import-row.ts';
import { FINAL, isActive, WORKING } from '#core/imports/import-states.ts';
import type { CaseHead, CaseHeads } from '#core/ports/case-heads.ts';
import type { ChunkWriter } from '#core/ports/chunk-writer.ts';
import type { ImportRetries } from '#core/ports/import-retries.ts';
import type { ImportScans } from '#core/ports/import-scans.ts';
import type { ImportStore } from '#core/ports/import-store.ts';
import type { RecordLists } from '#core/ports/record-lists.ts';
import type { ChunkOutcomes, SegmentLedger, SegmentRow } from '#core/ports/segment-ledger.ts';

type Writable<Row> = { -readonly [Name in keyof Row]: Row[Name] };
type Books = {
  row: Writable<ImportRow>;
  segments: Map<number, Writable<SegmentRow>>;
  outcomes: Map<string, ChunkOutcomes & { segment: number }>;
  rejections: Map<number, readonly Rejection[]>;
};

const sortOf = ({ createdAt, id }: { createdAt: string; id: string }): string => `${createdAt}#${id}`;
const textOf = ({ tenant, id }: ImportKey): string => `${tenant}#${id}`;
const padded = (number: number): string => String(number).padStart(7, '0');

/** The books of imports and the cases they write, in memory: a twin of the tables for unit tests. */
export const memoryImportBooks = () => {
  const all = new Map<string, Books>();
  const cases = new Map<string, CaseRow>();
  const of = (key: ImportKey): Books => {
    const books = all.get(textOf(key));
    if (!books) throw new Error(`no import ${textOf(key)}`);
    return books;
  };
  const isBeingRead = ({ row }: Books): boolean =>
    row.state === 'processing' && row.upload !== undefined && row.segments === undefined;
  const isWorking = ({ row }: Books): boolean => WORKING.includes(row.state);

  const imports: ImportStore = {
    async create(row) {
      if (all.has(textOf(row))) throw new Error('the import exists');
      all.set(textOf(row), {
        row: { ...row },
        segments: new Map(),
        outcomes: new Map(),
        rejections: new Map(),
      });
    },
    find: async (key) => {
      const books = all.get(textOf(key));
      return books && { ...books.row };
    },
    async list(tenant, limit, after) {
      const rows = [...all.values()]
        .map(({ row }) => ({ ...row }))
        .filter((row) => row.tenant === tenant && (!after || sortOf(row) < sortOf(after)))
        .toSorted((a, b) => (sortOf(a) < sortOf(b) ? 1 : -1));
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const next = last && rows.length > limit ? { createdAt: last.createdAt, id: last.id } : undefined;
      return { rows: page, next };
    },
    active: async () =>
      [...all.values()]
        .filter(({ row }) => isActive(row.state))
        .map(({ row: { tenant, id } }) => ({ tenant, id })),
    async move(key, from, to, moved = {}) {
      const { row } = of(key);
      if (!from.includes(row.state)) return false;
      Object.assign(row, { state: to, stalledTicks: 0, ...moved });
      return true;
    },
    async advanceQueue(key, from, to) {
      const { row } = of(key);
      if (row.queuedThrough !== from) return false;
      row.queuedThrough = to;
      return true;
    },
    async countStalledTick(key) {
      of(key).row.stalledTicks += 1;
      return of(key).row.stalledTicks;
    },
  };

  const scans: ImportScans = {
    async begin(key, { upload, profile, startedAt }) {
      const books = all.get(textOf(key));
      if (!books) return undefined;
      const { row } = books;
      if (!row.upload && (row.state === 'awaiting_upload' || row.state === 'processing')) {
        Object.assign(row, { state: 'processing', upload, startedAt });
        if (profile && !row.profileFixed) row.profile = profile;
      }
      return row.upload?.etag === upload.etag ? { ...row } : undefined;
    },
    async note(key, progress) {
      const books = of(key);
      const { row } = books;
      if (!isBeingRead(books)) return false;
      if (row.scannedBytes < progress.scannedBytes && row.received <= progress.received) {
        Object.assign(row, progress, { stalledTicks: 0 });
      }
      return true;
    },
    async putRejections(key, row, entries) {
      of(key).rejections.set(row, [...entries]);
    },
    async putSegments(key, segments) {
      const books = of(key);
      if (!isBeingRead(books)) return false;
      for (const { segment, skipped } of segments) {
        books.segments.set(segment, { segment, skipped, state: 'waiting', verifyAttempt: 0 });
      }
      return true;
    },
    async fail(key, failure) {
      const books = of(key);
      if (!isBeingRead(books)) return false;
      Object.assign(books.row, failure, { state: 'failed', stalledTicks: 0 });
      return true;
    },
    async end(key, end) {
      const books = of(key);
      if (!isBeingRead(books)) return false;
      Object.assign(books.row, end, { stalledTicks: 0 });
      return true;
    },
  };

  const ledger: SegmentLedger = {
    find: async (key, segment) => {
      const row = of(key).segments.get(segment);
      return row && { ...row };
    },
    open: async (key, through, limit) =>
      [...of(key).segments.values()]
        .filter(({ segment, state }) => segment <= through && state !== 'verified')
        .toSorted((a, b) => a.segment - b.segment)
        .slice(0, limit)
        .map((row) => ({ ...row })),
    outcomes: async (key, segment) =>
      [...of(key).outcomes.values()]
        .filter((row) => row.segment === segment)
        .toSorted((a, b) => a.chunk - b.chunk)
        .map(({ chunk, outcomes }) => ({ chunk, outcomes })),
    async markWorked(key, segment) {
      const books = of(key);
      const row = books.segments.get(segment);
      if (row?.state !== 'waiting' || !isWorking(books)) return false;
      row.state = 'worked';
      books.row.workedSegments += 1;
      books.row.stalledTicks = 0;
      return true;
    },
    async promiseAttempt(key, segment, attempt) {
      const row = of(key).segments.get(segment);
      if (row?.state !== 'worked' || row.verifyAttempt >= attempt) return false;
      row.verifyAttempt = attempt;
      return true;
    },
    async markVerified(key, segment, { counts, changed }) {
      const books = of(key);
      const row = books.segments.get(segment);
      if (row?.state !== 'worked' || !isWorking(books)) return false;
      row.state = 'verified';
      books.row.verifiedSegments += 1;
      books.row.indexed += counts.indexed;
      books.row.unchanged += counts.unchanged;
      books.row.failed += counts.failed;
      books.row.stalledTicks = 0;
      for (const { chunk, outcomes } of changed) {
        books.outcomes.set(`${padded(segment)}#${padded(chunk)}`, { segment, chunk, outcomes });
      }
      return true;
    },
  };

  const retries: ImportRetries = {
    async start(key) {
      const { row } = of(key);
      if (!FINAL.includes(row.state) || row.failed === 0) return false;
      Object.assign(row, { state: 'processing', retrying: true, stalledTicks: 0, completedAt: undefined });
      return true;
    },
    async takeUp(key, { segment, from, source, claims, emptied }) {
      const books = of(key);
      const { row } = books;
      if (row.state !== 'processing' || row.retrying !== true || row.segments !== segment - 1) return false;
      const isThere = ({ chunk, failed }: (typeof emptied)[number]): boolean =>
        books.outcomes
          .get(`${padded(from)}#${padded(chunk)}`)
          ?.outcomes.filter(({ outcome }) => outcome === 'failed').length === failed;
      if (!emptied.every(isThere)) return false;
      row.segments = segment;
      row.stalledTicks = 0;
      books.segments.set(segment, {
        segment,
        state: 'waiting',
        skipped: [],
        verifyAttempt: 0,
        retryOf: source,
      });
      for (const { chunk, outcomes, failed } of emptied) {
        row.failed -= failed;
        books.outcomes.set(`${padded(from)}#${padded(chunk)}`, { segment: from, chunk, outcomes });
      }
      if (claims.length > 0)
        books.outcomes.set(`${padded(segment)}#${padded(0)}`, { segment, chunk: 0, outcomes: claims });
      return true;
    },
    async finish(key) {
      Object.assign(of(key).row, { retrying: undefined, stalledTicks: 0 });
    },
  };

  const chunks: ChunkWriter = {
    async commit({ key, segment, chunk, writes, outcomes }) {
      const books = of(key);
      const name = `${padded(segment)}#${padded(chunk)}`;
      if (books.outcomes.has(name)) return { kind: 'already_committed' };
      const tooLarge = writes.filter(({ row }) => JSON.stringify(row).length > 1_000_000);
      if (tooLarge.length > 0) return { kind: 'refused', ids: tooLarge.map(({ row }) => row.id) };
      if (writes.some(({ row, expected }) => (cases.get(textOf(row))?.version ?? 0) !== expected)) {
        return { kind: 'stale' };
      }
      for (const { row } of writes) cases.set(textOf(row), row);
      books.outcomes.set(name, { segment, chunk, outcomes });
      return { kind: 'committed' };
    },
  };

  const headOf = (row: CaseRow): CaseHead =>
    row.deleted
      ? { ...row, deleted: true, sourceUpdatedAt: row.sourceUpdatedAt }
      : {
          ...row,
          deleted: false,
          sourceUpdatedAt: row.sourceUpdatedAt,
          importId: row.lineage?.import_id,
        };

  const heads: CaseHeads = {
    async findMany(tenant, ids) {
      const rows = ids.map((id) => cases.get(textOf({ tenant, id }))).filter((row) => row !== undefined);
      return new Map(rows.map((row) => [row.id, headOf(row)]));
    },
  };

  const lists: RecordLists = {
    async read(key, list, from = '') {
      const books = of(key);
      const rows =
        list === 'rejected'
          ? [...books.rejections].map(([row, entries]) => ({
              row: padded(row),
              kind: 'rejections' as const,
              entries,
            }))
          : [...books.outcomes]
              .map(([row, { outcomes }]) => ({ row, kind: 'outcomes' as const, entries: outcomes }))
              .filter(({ entries }) => entries.some(({ outcome }) => outcome === list));
      const sorted = rows.filter(({ row }) => row >= from).toSorted((a, b) => (a.row < b.row ? -1 : 1));
      // Two rows a look, so that tests meet the borders.
      return { rows: sorted.slice(0, 2), next: sorted[2]?.row };
    },
  };

  return { imports, scans, ledger, retries, chunks, heads, lists, cases };
};

/** Everything that keeps the books of imports. */
export type ImportBooks = Pick<
  ReturnType<typeof memoryImportBooks>,
  'imports' | 'scans' | 'ledger' | 'retries' | 'chunks' | 'heads' | 'lists'
>;
