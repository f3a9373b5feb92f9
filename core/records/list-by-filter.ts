import type { RecordKind } from '#contracts/record-key.ts';
import type { ListPosition, RecordPage, RecordReader } from '#core/ports/record-store.ts';
import type { IndexReaders } from '#core/search/live-search-index.ts';
import { matchesFilters } from '#core/search/matches-filters.ts';
import type { RecordCard } from '#core/search/passage.ts';
import type { PassageFilters } from '#core/search/passage-filters.ts';
import { pageWithinBytes } from './page-within-bytes.ts';
import type { LivingRow } from './stored-row.ts';

/** A filtered page of a tenant's records, as `RecordStore.list` answers an unfiltered one. */
export type FilteredList = {
  readonly filters: PassageFilters;
  readonly limit: number;
  readonly after?: ListPosition | undefined;
};

/** Where the records of one kind are, and what filters ask of them. */
export type FilteredRecords<Row extends LivingRow> = {
  readonly kind: RecordKind;
  readonly store: RecordReader<Row>;
  readonly cardOf: (row: Row) => RecordCard;
  readonly index: Pick<IndexReaders, 'list'>;
};

/**
 * Lists records by filters, newest change first, then by id descending; it ends early where its JSON would pass 4 MiB.
 * The index finds them, the rows confirm them: one that is deleted or meets the filters no longer is left out and the
 * page is filled from what follows.
 */
export const listByFilter =
  <Row extends LivingRow>({ kind, store, cardOf, index }: FilteredRecords<Row>) =>
  async (tenant: string, { filters, limit, after }: FilteredList): Promise<RecordPage<Row>> => {
    const rows: Row[] = [];
    let position = after;
    while (rows.length < limit) {
      const wanted = limit - rows.length;
      const found = await index.list({ tenant, kind, filters, limit: wanted, after: position });
      const stored = await store.findMany(
        tenant,
        found.map(({ id }) => id),
      );
      const confirmed = found.flatMap(({ id }) => {
        const row = stored.get(id);
        return row && !row.deleted && matchesFilters(cardOf(row), filters) ? [row] : [];
      });
      rows.push(...confirmed);
      position = found.at(-1) ?? position;
      if (found.length < wanted) return pageWithinBytes({ rows, next: undefined });
    }
    return pageWithinBytes({ rows, next: position });
  };
