import { describe, expect, it } from 'vitest';
import type { LivingCase } from '#core/cases/case-row.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import { RECORD_LANES, type RecordWalk } from '#core/ports/record-walk.ts';
import { aCase, aDeletedCase } from '#test/support/a-case.ts';

const LANES = Array.from({ length: RECORD_LANES }, (_, lane) => lane);
const at = (n: number): string => new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString();
const rows = (count: number, overrides: Partial<LivingCase> = {}): LivingCase[] =>
  Array.from({ length: count }, (_, n) => aCase({ id: `c-${n}`, updatedAt: at(n), ...overrides }));

const walked = async (walk: RecordWalk, tenant: string, lane: number, limit: number): Promise<string[]> => {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await walk.page(tenant, lane, limit, after);
    expect(page.ids.length).toBeLessThanOrEqual(limit);
    ids.push(...page.ids);
    after = page.next;
  } while (after !== undefined);
  return ids;
};

/** What every way past the records of a store must do. */
export const recordWalkContract = (
  name: string,
  create: () => Promise<{ readonly store: CaseStore; readonly walk: RecordWalk }>,
): void => {
  describe(`RecordWalk: ${name}`, () => {
    it('passes each living record of a tenant in one lane, once', async () => {
      const { store, walk } = await create();
      for (const row of rows(30)) await store.write(row, 0);
      for (const row of rows(3, { tenant: 'other' })) await store.write(row, 0);
      await store.write(aDeletedCase({ id: 'c-4', version: 2 }), 1);

      const lanes = await Promise.all(LANES.map((lane) => walked(walk, 'demo', lane, 3)));
      const expected = rows(30)
        .map(({ id }) => id)
        .filter((id) => id !== 'c-4');
      expect(lanes.flat().toSorted()).toEqual(expected.toSorted());
      const counts = await Promise.all(LANES.map((lane) => walk.count('demo', lane)));
      expect(counts).toEqual(lanes.map((ids) => ids.length));
      expect(counts.filter((count) => count > 0).length).toBeGreaterThan(1);
    });

    it('tells when each was last changed', async () => {
      const { store, walk } = await create();
      for (const row of [...rows(9), aCase({ id: 'with#sign', updatedAt: at(9) })]) await store.write(row, 0);

      const pages = await Promise.all(LANES.map((lane) => walk.page('demo', lane, 100)));
      for (const { ids, positions } of pages) expect(positions.map(({ id }) => id)).toEqual(ids);
      expect(
        new Map(pages.flatMap(({ positions }) => positions.map(({ id, updatedAt }) => [id, updatedAt]))),
      ).toEqual(
        new Map([...rows(9).map(({ id, updatedAt }) => [id, updatedAt] as const), ['with#sign', at(9)]]),
      );
    });

    it('goes from the newest change to the oldest', async () => {
      const { store, walk } = await create();
      for (const row of rows(20)) await store.write(row, 0);

      for (const lane of LANES) {
        const numbers = (await walked(walk, 'demo', lane, 2)).map((id) => Number(id.slice(2)));
        expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
      }
    });

    it('passes what does not change, whatever else does', async () => {
      const { store, walk } = await create();
      for (const row of rows(20)) await store.write(row, 0);
      const seen: string[] = [];
      for (const lane of LANES) {
        const first = await walk.page('demo', lane, 2);
        seen.push(...first.ids);
        for (const id of first.ids) {
          const before = await store.find('demo', id);
          await store.write(aCase({ id, version: before!.version + 1, updatedAt: at(99) }), before!.version);
        }
        if (first.next === undefined) continue;
        seen.push(...(await walk.page('demo', lane, 99, first.next)).ids);
      }

      expect(new Set(seen).size).toBe(20);
    });

    it('finds nothing where there is nothing', async () => {
      const { walk } = await create();

      expect(await walk.page('nobody', 0, 5)).toEqual({ ids: [], positions: [], next: undefined });
      expect(await walk.count('nobody', 0)).toBe(0);
    });
  });
};
