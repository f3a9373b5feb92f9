import { generationStoreContract } from '#test/contract/generation-store.contract.ts';
import { rebuildLanesContract } from '#test/contract/rebuild-lanes.contract.ts';
import { recordWalkContract } from '#test/contract/record-walk.contract.ts';
import { tenantRegistryContract } from '#test/contract/tenant-registry.contract.ts';
import { vectorisationCursorsContract } from '#test/contract/vectorisation-cursors.contract.ts';
import { memoryVectorisationCursors } from '#test/support/memory-vectorisation-cursors.ts';
import { memoryCaseStore } from '#test/support/memory-case-store.ts';
import { memoryGenerationStore } from '#test/support/memory-generation-store.ts';
import { memoryRebuildLanes } from '#test/support/memory-rebuild-lanes.ts';
import { memoryRecordWalk } from '#test/support/memory-record-walk.ts';
import { memoryTenantRegistry } from '#test/support/memory-tenant-registry.ts';

generationStoreContract('memory', async () => memoryGenerationStore());
rebuildLanesContract('memory', async () => memoryRebuildLanes());
vectorisationCursorsContract('memory', async () => memoryVectorisationCursors());
tenantRegistryContract('memory', async () => memoryTenantRegistry());
recordWalkContract('memory', async () => {
  const store = memoryCaseStore();
  return { store, walk: memoryRecordWalk(store) };
});
