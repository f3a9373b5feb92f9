import { describe, expect, it } from 'vitest';
import type { HealthResult } from '#contracts/health-history.ts';
import type { HealthResults } from '#core/ports/health-results.ts';

const at = (minute: string, overrides: Partial<HealthResult> = {}): HealthResult => ({
  checked_at: `2026-11-22T04:${minute}:00.000Z`,
  run_id: `health_check-20261122T04${minute}00Z`,
  status: 'healthy',
  components: { database: 'healthy' },
  ...overrides,
});

/** What every keeper of the results of health checks does. */
export const healthResultsContract = (name: string, create: () => Promise<HealthResults>) =>
  describe(`HealthResults: ${name}`, () => {
    it('gives the last results, newest first', async () => {
      const results = await create();
      const sick = at('15', { status: 'unhealthy', components: { database: 'unhealthy' } });
      for (const result of [at('00'), sick, at('30')]) await results.add(result);

      expect(await results.latest(2)).toEqual([at('30'), sick]);
      expect(await results.latest(10)).toHaveLength(3);
    });

    it('keeps a result that is told twice once', async () => {
      const results = await create();
      await results.add(at('00'));
      await results.add(at('00'));

      expect(await results.latest(10)).toEqual([at('00')]);
    });

    it('has none at first', async () => {
      expect(await (await create()).latest(10)).toEqual([]);
    });
  });
