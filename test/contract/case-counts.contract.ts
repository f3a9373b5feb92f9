import { describe, expect, it } from 'vitest';
import type { CaseCounts } from '#core/ports/case-counts.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import { aCase, aDeletedCase } from '#test/support/a-case.ts';

/** What every implementation of the port does; `create` makes counts over the cases of a store. */
export const caseCountsContract = (
  name: string,
  create: () => Promise<{ counts: CaseCounts; cases: Pick<CaseStore, 'write'> }>,
) =>
  describe(`CaseCounts: ${name}`, () => {
    it('counts the living cases of one tenant, whichever key they are listed under', async () => {
      const { counts, cases } = await create();
      for (let n = 0; n < 25; n += 1) await cases.write(aCase({ tenant: 'demo', id: `c-${n}` }), 0);
      await cases.write(aCase({ tenant: 'other', id: 'c-1' }), 0);

      expect(await counts.count('demo')).toBe(25);
      expect(await counts.count('other')).toBe(1);
      expect(await counts.count('nobody')).toBe(0);
    });

    it('counts a changed case once and a deleted one not at all', async () => {
      const { counts, cases } = await create();
      await cases.write(aCase({ tenant: 'demo', id: 'changed', version: 1 }), 0);
      await cases.write(aCase({ tenant: 'demo', id: 'changed', version: 2 }), 1);
      await cases.write(aCase({ tenant: 'demo', id: 'deleted', version: 1 }), 0);
      await cases.write(aDeletedCase({ tenant: 'demo', id: 'deleted', version: 2 }), 1);

      expect(await counts.count('demo')).toBe(1);
    });
  });
