import { RECORD_LANES, type RecordWalk } from '#core/ports/record-walk.ts';
import type { RecordReader } from '#core/ports/record-store.ts';
import type { LivingRow } from '#core/records/stored-row.ts';

const laneOf = (id: string): number => Buffer.from(id).reduce((sum, byte) => sum + byte, 0) % RECORD_LANES;
const sortOf = ({ updatedAt, id }: LivingRow): string => `${updatedAt}#${id}`;

/** A way past the records of a store in memory, a twin of the listing index for unit tests. */
export const memoryRecordWalk = <Row extends LivingRow>(store: RecordReader<Row>): RecordWalk => {
  const rowsOf = async (tenant: string, lane: number): Promise<readonly Row[]> => {
    const { rows } = await store.list(tenant, Number.MAX_SAFE_INTEGER);
    return rows.filter(({ id }) => laneOf(id) === lane);
  };
  return {
    count: async (tenant, lane) => (await rowsOf(tenant, lane)).length,
    async page(tenant, lane, limit, after = '~') {
      const rows = (await rowsOf(tenant, lane)).filter((row) => sortOf(row) < after);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        ids: page.map(({ id }) => id),
        positions: page.map(({ id, updatedAt }) => ({ id, updatedAt })),
        next: last && rows.length > limit ? sortOf(last) : undefined,
      };
    },
  };
};
