import type { ImportRecordView, ListedOutcome } from '#contracts/import-record.ts';
import type { ImportKey, ImportRow } from '#core/imports/import-row.ts';
import { knownImport } from '#core/imports/known-import.ts';
import { REASONS } from '#core/imports/reasons.ts';
import type { ImportStore } from '#core/ports/import-store.ts';
import type { RecordList, RecordLists, RecordRow } from '#core/ports/record-lists.ts';

export type ListImportRecordsDeps = { imports: ImportStore; lists: RecordLists };

/** A place in a list of records: the list, the row, and how many of the row's records were shown. */
export type RecordPosition = {
  readonly list: RecordList;
  readonly row: string | undefined;
  readonly shown: number;
};

/** A page of records; it may be short, only the absence of `next` tells the end. */
export type RecordPage = {
  readonly items: readonly ImportRecordView[];
  readonly next: RecordPosition | undefined;
};

/** Looks into the store that one page is worth; a long list with few hits goes on with the next page. */
const MOST_LOOKS = 5;

const listsOf = (outcome: ListedOutcome | undefined): readonly RecordList[] =>
  outcome === undefined ? ['rejected', 'failed'] : [outcome];

/** A list that the counts say is empty is not looked through. */
const mayHold = (row: ImportRow, list: RecordList): boolean => row[list] > 0;

const recordsOf = (row: RecordRow, list: RecordList): readonly ImportRecordView[] => {
  if (row.kind === 'rejections') {
    return row.entries.map(({ line, id, code, reason }) => ({ line, id, outcome: 'rejected', code, reason }));
  }
  return row.entries.flatMap((entry): readonly ImportRecordView[] =>
    entry.outcome === 'written' || entry.outcome !== list
      ? []
      : [
          {
            line: entry.line,
            id: entry.id,
            outcome: entry.outcome,
            code: entry.code,
            reason: REASONS[entry.code],
          },
        ],
  );
};

type Found = { items: ImportRecordView[]; next: RecordPosition | undefined };

/** Takes records of rows until the page is full; `next` is then the place inside the row. */
const take = (found: Found, rows: readonly RecordRow[], from: RecordPosition, limit: number): boolean => {
  for (const row of rows) {
    const records = recordsOf(row, from.list);
    const start = row.row === from.row ? from.shown : 0;
    const taken = records.slice(start, start + limit - found.items.length);
    found.items.push(...taken);
    if (start + taken.length < records.length) {
      found.next = { list: from.list, row: row.row, shown: start + taken.length };
      return true;
    }
  }
  return false;
};

/** Records of an import that were rejected, failed or unchanged, page by page. */
export const listImportRecords =
  ({ imports, lists }: ListImportRecordsDeps) =>
  async (
    key: ImportKey,
    outcome: ListedOutcome | undefined,
    limit: number,
    after?: RecordPosition,
  ): Promise<RecordPage> => {
    const row = await knownImport(imports, key);
    const open = listsOf(outcome).filter((list) => mayHold(row, list));
    const found: Found = { items: [], next: undefined };
    const [first] = open;
    let at = after ?? (first && { list: first, row: undefined, shown: 0 });
    for (let look = 0; at; look += 1) {
      if (look === MOST_LOOKS) return { items: found.items, next: at };
      const { rows, next } = await lists.read(key, at.list, at.row);
      if (take(found, rows, at, limit)) return found;
      const following = open[open.indexOf(at.list) + 1];
      if (next !== undefined) at = { list: at.list, row: next, shown: 0 };
      else at = following && { list: following, row: undefined, shown: 0 };
    }
    return found;
  };
