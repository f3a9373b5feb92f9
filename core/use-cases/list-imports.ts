import type { ImportView } from '#contracts/import.ts';
import { toImportView } from '#core/imports/import-view.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { ImportPosition, ImportStore } from '#core/ports/import-store.ts';

export type ListImportsDeps = { imports: ImportStore; clock: Clock };

/** A page of a tenant's imports, newest first. */
export const listImports =
  ({ imports, clock }: ListImportsDeps) =>
  async (
    tenant: string,
    limit: number,
    after?: ImportPosition,
  ): Promise<{ readonly items: readonly ImportView[]; readonly next: ImportPosition | undefined }> => {
    const { rows, next } = await imports.list(tenant, limit, after);
    const now = clock.now().toISOString();
    return { items: rows.map((row) => toImportView(row, now)), next };
  };
