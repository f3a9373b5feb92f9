import { describe, expect, it } from 'vitest';
import type { Budgets, DraftKey, Reservation } from '#core/ports/budgets.ts';

const MONTH = '2026-03';

const aKey = (overrides: Partial<DraftKey> = {}): DraftKey => ({
  tenant: 'demo',
  run: 'knowledge_generation-1',
  patternId: 'p-1',
  evidence: 'e1',
  attempt: 1,
  ...overrides,
});

const aReservation = (
  key: Partial<DraftKey> = {},
  overrides: Partial<Omit<Reservation, 'key'>> = {},
): Reservation => ({
  key: aKey(key),
  month: MONTH,
  microUsd: 100,
  monthlyLimit: 1_000,
  runLimit: 1_000,
  ...overrides,
});

/** What every keeper of budgets must do. */
export const budgetsContract = (name: string, create: () => Promise<Budgets>): void => {
  describe(`Budgets: ${name}`, () => {
    it('knows no limit and no use before there is one', async () => {
      const budgets = await create();

      expect(await budgets.limitOf('demo')).toBeUndefined();
      expect(await budgets.usedBy('demo', MONTH)).toBe(0);
      expect(await budgets.usedIn('knowledge_generation-1')).toBe(0);
    });

    it("keeps a tenant's limit, takes it back, and shows it to no other", async () => {
      const budgets = await create();

      await budgets.setLimit('demo', { monthlyMicroUsd: 5, updatedAt: '2026-03-01T00:00:00.000Z' });
      expect(await budgets.limitOf('demo')).toEqual({
        monthlyMicroUsd: 5,
        updatedAt: '2026-03-01T00:00:00.000Z',
      });
      expect(await budgets.limitOf('other')).toBeUndefined();

      await budgets.setLimit('demo', { monthlyMicroUsd: undefined, updatedAt: '2026-03-02T00:00:00.000Z' });
      expect((await budgets.limitOf('demo'))?.monthlyMicroUsd).toBeUndefined();
    });

    it('holds back, and puts the cost in its place', async () => {
      const budgets = await create();

      expect(await budgets.reserve(aReservation())).toEqual({ kind: 'reserved' });
      expect(await budgets.usedBy('demo', MONTH)).toBe(100);
      expect(await budgets.usedIn('knowledge_generation-1')).toBe(100);

      await budgets.settle(aKey(), 30);
      expect(await budgets.usedBy('demo', MONTH)).toBe(30);
      expect(await budgets.usedIn('knowledge_generation-1')).toBe(30);
    });

    it('charges a cost above what was held back', async () => {
      const budgets = await create();
      await budgets.reserve(aReservation());

      await budgets.settle(aKey(), 130);

      expect(await budgets.usedBy('demo', MONTH)).toBe(130);
    });

    it('reserves, settles and releases a draft once, however often it is asked', async () => {
      const budgets = await create();

      const all = await Promise.all([1, 2, 3].map(() => budgets.reserve(aReservation())));
      expect(all.map(({ kind }) => kind).toSorted()).toEqual(['held', 'held', 'reserved']);
      expect(await budgets.usedBy('demo', MONTH)).toBe(100);

      await Promise.all([1, 2, 3].map(() => budgets.settle(aKey(), 30)));
      await budgets.release(aKey());
      expect(await budgets.usedBy('demo', MONTH)).toBe(30);
      expect(await budgets.reserve(aReservation())).toEqual({ kind: 'settled' });
      expect(await budgets.usedBy('demo', MONTH)).toBe(30);
    });

    it('gives back what was not paid, and holds it back again when asked again', async () => {
      const budgets = await create();
      await budgets.reserve(aReservation());

      await budgets.release(aKey());
      await budgets.release(aKey());
      expect(await budgets.usedBy('demo', MONTH)).toBe(0);
      expect(await budgets.usedIn('knowledge_generation-1')).toBe(0);

      expect(await budgets.reserve(aReservation())).toEqual({ kind: 'reserved' });
      expect(await budgets.usedBy('demo', MONTH)).toBe(100);
    });

    it('settles and releases nothing that was never reserved', async () => {
      const budgets = await create();

      await budgets.settle(aKey(), 50);
      await budgets.release(aKey());

      expect(await budgets.usedBy('demo', MONTH)).toBe(0);
    });

    it.each([
      ['run', { run: 'knowledge_generation-2' }],
      ['pattern', { patternId: 'p-2' }],
      ['evidence', { evidence: 'e2' }],
      ['attempt', { attempt: 2 }],
      ['tenant', { tenant: 'other' }],
    ])('tells drafts of another %s apart', async (_what, other) => {
      const budgets = await create();
      await budgets.reserve(aReservation());
      await budgets.settle(aKey(), 10);

      expect(await budgets.reserve(aReservation(other))).toEqual({ kind: 'reserved' });
    });

    it('counts tenants and months apart, a run over all tenants', async () => {
      const budgets = await create();

      await budgets.reserve(aReservation());
      await budgets.reserve(aReservation({ tenant: 'other', patternId: 'p-2' }));
      await budgets.reserve(aReservation({ patternId: 'p-3' }, { month: '2026-04' }));

      expect(await budgets.usedBy('demo', MONTH)).toBe(100);
      expect(await budgets.usedBy('demo', '2026-04')).toBe(100);
      expect(await budgets.usedBy('other', MONTH)).toBe(100);
      expect(await budgets.usedIn('knowledge_generation-1')).toBe(300);
    });

    it.each([
      ['month', { monthlyLimit: 150 }],
      ['run', { runLimit: 150 }],
    ] as const)('says that the %s is used up, and holds nothing back', async (budget, limits) => {
      const budgets = await create();
      await budgets.reserve(aReservation({}, limits));

      expect(await budgets.reserve(aReservation({ patternId: 'p-2' }, limits))).toEqual({
        kind: 'exhausted',
        budget,
      });
      expect(await budgets.usedBy('demo', MONTH)).toBe(100);
      expect(await budgets.usedIn('knowledge_generation-1')).toBe(100);
    });

    it('goes up to the limit exactly, and goes on when it is raised', async () => {
      const budgets = await create();

      expect(await budgets.reserve(aReservation({}, { monthlyLimit: 100 }))).toEqual({ kind: 'reserved' });
      const next = { patternId: 'p-2' };
      expect(await budgets.reserve(aReservation(next, { microUsd: 1, monthlyLimit: 100 }))).toMatchObject({
        kind: 'exhausted',
      });
      expect(await budgets.reserve(aReservation(next, { microUsd: 1, monthlyLimit: 101 }))).toEqual({
        kind: 'reserved',
      });
    });

    it('holds nothing back for a first draft that is above the limit by itself', async () => {
      const budgets = await create();

      expect(await budgets.reserve(aReservation({}, { monthlyLimit: 99 }))).toEqual({
        kind: 'exhausted',
        budget: 'month',
      });
      expect(await budgets.reserve(aReservation({}, { monthlyLimit: 0 }))).toMatchObject({
        kind: 'exhausted',
      });
      expect(await budgets.usedBy('demo', MONTH)).toBe(0);
    });

    it('gives the last dollar to as many as it pays, of many at once', async () => {
      const budgets = await create();

      const all = await Promise.all(
        Array.from({ length: 12 }, (_, n) =>
          budgets.reserve(aReservation({ patternId: `p-${n}` }, { monthlyLimit: 350 })),
        ),
      );

      expect(all.filter(({ kind }) => kind === 'reserved')).toHaveLength(3);
      expect(all.filter(({ kind }) => kind === 'exhausted')).toHaveLength(9);
      expect(await budgets.usedBy('demo', MONTH)).toBe(300);
    });

    it('charges the month in which a draft was reserved', async () => {
      const budgets = await create();
      await budgets.reserve(aReservation());
      await budgets.reserve(aReservation({ patternId: 'p-2' }, { month: '2026-04' }));

      await budgets.settle(aKey(), 30);

      expect(await budgets.usedBy('demo', MONTH)).toBe(30);
      expect(await budgets.usedBy('demo', '2026-04')).toBe(100);
    });

    it('keeps names apart that run into each other', async () => {
      const budgets = await create();
      await budgets.reserve(aReservation({ patternId: 'a#b', evidence: 'c' }));

      await budgets.settle(aKey({ patternId: 'a', evidence: 'b#c' }), 1);

      expect(await budgets.usedBy('demo', MONTH)).toBe(100);
    });
  });
};
