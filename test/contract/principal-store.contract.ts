import { describe, expect, it } from 'vitest';
import type { Principal } from '#contracts/principal.ts';
import type { PrincipalStore } from '#core/ports/principal-store.ts';

/** What every principal store must do; `create` makes one that holds these principals. */
export const principalStoreContract = (
  name: string,
  create: (principals: readonly Principal[]) => Promise<PrincipalStore>,
): void => {
  describe(`PrincipalStore: ${name}`, () => {
    const ada: Principal = { subject: 'ada', tenant: 'demo', roles: ['engineer', 'agent'] };
    const bob: Principal = { subject: 'bob', tenant: 'other', roles: [], disabled: true };

    it('returns the principal of a subject, whole', async () => {
      const store = await create([ada, bob]);

      expect(await store.find('ada')).toEqual(ada);
      expect(await store.find('bob')).toEqual(bob);
    });

    it('knows nobody else', async () => {
      const store = await create([ada]);

      expect(await store.find('Ada')).toBeUndefined();
      expect(await store.find('eve')).toBeUndefined();
    });
  });
};
