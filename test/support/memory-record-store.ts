import { DomainError } from '#core/domain-error.ts';
import type { RecordStore } from '#core/ports/record-store.ts';
import type { LivingRow, Tombstone } from '#core/records/stored-row.ts';

const sortOf = ({ updatedAt, id }: { updatedAt: string; id: string }): string => `${updatedAt}#${id}`;

/** Records of one kind in memory, a twin of a table for unit tests. */
export const memoryRecordStore = <Row extends LivingRow>(
  initial: readonly (Row | Tombstone)[] = [],
): RecordStore<Row> => {
  const rows = new Map(initial.map((row) => [`${row.tenant}#${row.id}`, row]));
  return {
    find: async (tenant, id) => rows.get(`${tenant}#${id}`),
    async findMany(tenant, ids) {
      const found = ids.map((id) => rows.get(`${tenant}#${id}`)).filter((row) => row !== undefined);
      return new Map(found.map((row) => [row.id, row]));
    },
    async write(row, expected) {
      const key = `${row.tenant}#${row.id}`;
      if ((rows.get(key)?.version ?? 0) !== expected)
        throw new DomainError('version_mismatch', 'changed by somebody else');
      rows.set(key, row);
    },
    async list(tenant, limit, after) {
      const living = [...rows.values()]
        .filter((row): row is Row => row.tenant === tenant && !row.deleted)
        .filter((row) => !after || sortOf(row) < sortOf(after))
        .toSorted((a, b) => (sortOf(a) < sortOf(b) ? 1 : -1));
      const page = living.slice(0, limit);
      const last = page.at(-1);
      return {
        rows: page,
        next: last && living.length > limit ? { updatedAt: last.updatedAt, id: last.id } : undefined,
      };
    },
  };
};
