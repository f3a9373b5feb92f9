import type { CreatedImport, NewImport } from '#contracts/import.ts';
import { toImportView } from '#core/imports/import-view.ts';
import { newImportRow } from '#core/imports/new-import-row.ts';
import { uploadText } from '#core/imports/upload-text.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Ids } from '#core/ports/ids.ts';
import type { ImportStore } from '#core/ports/import-store.ts';
import type { UploadFiles } from '#core/ports/upload-files.ts';
import type { UploadLinks } from '#core/ports/upload-links.ts';

export type CreateImportDeps = {
  imports: ImportStore;
  links: UploadLinks;
  uploads: UploadFiles;
  clock: Clock;
  ids: Ids;
};

/**
 * Makes an import and a link for its upload. Records in the request become that upload themselves: the row
 * comes first, so that an import that was answered with an error is at worst one that expires.
 */
export const createImport =
  ({ imports, links, uploads, clock, ids }: CreateImportDeps) =>
  async (tenant: string, wish: NewImport): Promise<CreatedImport> => {
    const now = clock.now();
    const row = newImportRow(tenant, ids.next(), wish, now);
    await imports.create(row);
    const view = toImportView(row, now.toISOString());
    if (!wish.records) return { ...view, upload: await links.make(row, new Date(row.linkExpiresAt)) };
    await uploads.write(row, uploadText(wish.records));
    return view;
  };
