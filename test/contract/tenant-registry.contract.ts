import { describe, expect, it } from 'vitest';
import type { TenantRegistry } from '#core/ports/tenant-registry.ts';

/** What every registry of tenants must do. */
export const tenantRegistryContract = (name: string, create: () => Promise<TenantRegistry>): void => {
  describe(`TenantRegistry: ${name}`, () => {
    it('lists each tenant once, in order, page by page', async () => {
      const tenants = await create();
      for (const tenant of ['demo', 'other', 'acme', 'demo', 'demo-2']) await tenants.register(tenant);

      expect(await tenants.list(10)).toEqual(['acme', 'demo', 'demo-2', 'other']);
      expect(await tenants.list(2)).toEqual(['acme', 'demo']);
      expect(await tenants.list(2, 'demo')).toEqual(['demo-2', 'other']);
      expect(await tenants.list(2, 'other')).toEqual([]);
    });

    it('takes one tenant from several at once', async () => {
      const tenants = await create();

      await Promise.all(Array.from({ length: 4 }, () => tenants.register('demo')));

      expect(await tenants.list(10)).toEqual(['demo']);
    });
  });
};
