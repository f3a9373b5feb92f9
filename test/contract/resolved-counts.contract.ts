import { describe, expect, it } from 'vitest';
import type { ResolvedCounts } from '#core/ports/resolved-counts.ts';

const AT = { tenant: 'demo', category: 'power_supply', window: 0 };

/** What every implementation of the port must do. */
export const resolvedCountsContract = (name: string, create: () => Promise<ResolvedCounts>) =>
  describe(`ResolvedCounts: ${name}`, () => {
    it('begins with a window that no grouping began', async () => {
      const counts = await create();

      expect(await counts.window('demo')).toEqual({ number: 0, since: undefined });
    });

    it('begins windows, each tenant its own', async () => {
      const counts = await create();
      await counts.begin('demo', '2026-03-01T12:00:00.000Z');
      await counts.begin('demo', '2026-03-01T14:00:00.000Z');

      expect(await counts.window('demo')).toEqual({ number: 2, since: '2026-03-01T14:00:00.000Z' });
      expect(await counts.window('other')).toEqual({ number: 0, since: undefined });
    });

    it('counts a case once, however often it is told', async () => {
      const counts = await create();
      await counts.add(AT, ['c-1', 'c-2'], 5);
      await counts.add(AT, ['c-2', 'c-2'], 5);

      expect(await counts.add(AT, ['c-3', 'c-1'], 5)).toBe(3);
    });

    it('counts tenants, categories and windows apart', async () => {
      const counts = await create();
      await counts.add(AT, ['c-1', 'c-2'], 5);

      expect(await counts.add({ ...AT, tenant: 'other' }, ['c-1'], 5)).toBe(1);
      expect(await counts.add({ ...AT, category: 'network' }, ['c-1'], 5)).toBe(1);
      expect(await counts.add({ ...AT, window: 1 }, ['c-1'], 5)).toBe(1);
    });

    it('keeps no more when there are enough', async () => {
      const counts = await create();
      await counts.add(AT, ['c-1', 'c-2', 'c-3'], 3);
      const full = await counts.add(AT, ['c-4'], 3);

      expect(full).toBe(3);
    });

    it('loses none of cases that are told at once', async () => {
      const counts = await create();
      await Promise.all([1, 2, 3, 4].map((n) => counts.add(AT, [`c-${n}`], 10)));

      expect(await counts.add(AT, ['c-1'], 10)).toBe(4);
    });
  });
