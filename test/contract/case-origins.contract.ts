import { describe, expect, it } from 'vitest';
import type { CaseOrigins } from '#core/ports/case-origins.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import { aCase, aDeletedCase } from '#test/support/a-case.ts';

type Stores = { readonly origins: CaseOrigins; readonly cases: CaseStore };

/** What every CaseOrigins must do. */
export const caseOriginsContract = (name: string, create: () => Promise<Stores>) =>
  describe(`CaseOrigins: ${name}`, () => {
    it("pages through all of a tenant's living cases", async () => {
      const { origins, cases } = await create();
      const ids = Array.from({ length: 25 }, (_, index) => `c#${index}`);
      for (const id of ids) await cases.write(aCase({ id }), 0);
      await cases.write(aDeletedCase({ id: 'c#3' }), 1);
      await cases.write(aCase({ tenant: 'other', id: 'theirs' }), 0);

      const found: string[] = [];
      let after: string | undefined;
      do {
        const page = await origins.page('demo', 3, after);
        expect(page.ids.length).toBeLessThanOrEqual(3);
        found.push(...page.ids);
        after = page.next;
      } while (after !== undefined);
      expect(found.toSorted()).toEqual(ids.filter((id) => id !== 'c#3').toSorted());
    });

    it('has one empty end where there is nothing', async () => {
      const { origins } = await create();
      let after: string | undefined;
      let looks = 0;
      do {
        const page = await origins.page('demo', 3, after);
        expect(page.ids).toEqual([]);
        after = page.next;
        looks += 1;
      } while (after !== undefined && looks < 20);
      expect(after).toBeUndefined();
    });
  });
