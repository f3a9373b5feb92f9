import type { CaseSource, SourceChange } from '#core/ports/case-source.ts';
import { sourceRecord, type SourceEntry } from '#core/sync/source-record.ts';
import type { CaseFixture, SourceFixture } from './source-fixture.ts';

const TYPES: Readonly<Record<string, SourceEntry['type']>> = { mail: 'email', state: 'status_change' };

/** All digits that a database keeps, so that times sort as text. */
const full = (time: string): string =>
  time.replace(/(?:\.(\d+))?Z$/, (_, digits = '') => `.${digits.padEnd(6, '0')}Z`);
const toMillis = (time: string): string => new Date(Date.parse(time)).toISOString();

const inOrder = (a: { time: string; id: string }, b: { time: string; id: string }): number =>
  a.time < b.time || (a.time === b.time && a.id < b.id) ? -1 : 1;

/** A customer's database in memory, a twin for unit tests; what is done to `fixture` shows at once. */
export const memoryCaseSource = (fixture: SourceFixture, now: () => Date): CaseSource => {
  const shown = (row: CaseFixture): boolean => row.region === 'here';
  const entryOf = (id: string) => fixture.entries.find((entry) => entry.id === id);

  const rowsOf = {
    cases: (): SourceChange[] =>
      fixture.cases.flatMap(({ id, updated_at: time }) =>
        time === null ? [] : [{ time: full(time), id, caseId: id }],
      ),
    feed: (): SourceChange[] =>
      fixture.entries.map(({ id, case_id: caseId, updated_at: time }) => ({ time: full(time), id, caseId })),
    comments: (): SourceChange[] =>
      fixture.comments.flatMap(({ id, entry_id: entry, created_at: time }) => {
        const caseId = entryOf(entry)?.case_id;
        return caseId === undefined ? [] : [{ time: full(time), id, caseId }];
      }),
  };

  const entriesOf = (caseId: string): SourceEntry[] => {
    const entries = fixture.entries.filter((entry) => entry.case_id === caseId);
    const own = entries.map(({ id, kind, body, created_at: createdAt, updated_at: changedAt }) => ({
      id,
      type: TYPES[kind] ?? ('note' as const),
      author: undefined,
      body,
      createdAt,
      changedAt,
    }));
    const comments = fixture.comments
      .filter(({ entry_id: entry }) => entries.some(({ id }) => id === entry))
      .map(({ id, entry_id: entry, author, body, created_at: createdAt }) => ({
        id: `${entry}/${id}`,
        type: 'comment' as const,
        author,
        body,
        createdAt,
        changedAt: createdAt,
      }));
    return [...own, ...comments];
  };

  const after = <Row extends { id: string }>(rows: readonly Row[], id: string | undefined, limit: number) =>
    rows
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .filter((row) => id === undefined || row.id > id)
      .slice(0, limit);

  return {
    fingerprint: 'memory',
    streams: ['cases', 'feed', 'comments'],
    async check() {},
    now: async () => full(now().toISOString()),
    changes: async (stream, from, limit) =>
      rowsOf[stream]()
        .filter(({ time, id }) =>
          from.id === undefined
            ? time >= full(from.time)
            : inOrder({ time: full(from.time), id: from.id }, { time, id }) < 0 &&
              !(time === full(from.time) && id === from.id),
        )
        .toSorted(inOrder)
        .slice(0, limit),
    read: async (ids) =>
      fixture.cases
        .filter((row) => ids.includes(row.id) && shown(row))
        .map(({ id, title, status, updated_at: updatedAt, is_deleted: deleted }) => ({
          id,
          deleted: deleted === true,
          record: sourceRecord({
            id,
            updatedAt: updatedAt ?? undefined,
            fields: { title, status },
            attributes: {},
            entries: entriesOf(id),
          }),
        })),
    names: async (id, limit) =>
      after(
        fixture.cases.filter((row) => shown(row) && row.is_deleted !== true),
        id,
        limit,
      ).map((row) => ({ id: row.id, time: row.updated_at === null ? undefined : toMillis(row.updated_at) })),
    living: async (ids) =>
      new Set(
        fixture.cases
          .filter((row) => ids.includes(row.id) && shown(row) && row.is_deleted !== true)
          .map(({ id }) => id),
      ),
    products: async (id, limit) =>
      after(fixture.products, id, limit).map((row) => ({
        id: row.id,
        name: row.name,
        parentId: row.parent_id ?? undefined,
      })),
    livingProducts: async (ids) =>
      new Set(fixture.products.map(({ id }) => id).filter((id) => ids.includes(id))),
  };
};
