import { accessSync, constants, mkdirSync } from 'node:fs';
import * as z from 'zod';
import type { SearchIndex } from '#core/ports/search-index.ts';
import type { IndexName } from '#core/search/index-name.ts';
import { hitDetails } from './hit-details.ts';
import { inScope } from './in-scope.ts';
import { mirrors } from './mirror/mirrors.ts';
import { searchTitles, searchVectors, searchWords } from './search-arms.ts';
import type { TenantFile } from './tenant-file.ts';
import { tenantFiles } from './tenant-files.ts';
import { bytesVector } from './vector-bytes.ts';
import { wordStems } from './word-stems.ts';
import { forgetPassage, putPassage, removePassage } from './write-passages.ts';

const Versions = z.array(z.object({ id: z.string(), version: z.number(), removed: z.number() }));
const Ids = z.array(z.object({ id: z.string() }));
const Positions = z.array(z.object({ updatedAt: z.string(), id: z.string() }));
const Vector = z.object({ value: z.instanceof(Uint8Array) });
const Count = z.object({ n: z.number() });

const NOTHING = { keyword: [], vector: [], exactTitle: [] };

/** Where the files live, and which generation they are of: a new one begins with new files. */
export type SqliteSearchIndexSettings = { readonly directory: string; readonly name: IndexName };

/** The search index in SQLite, one file a tenant; see docs/adr/0030, and 0135 and 0136 for how it ranks. */
export const sqliteSearchIndex = ({ directory, name }: SqliteSearchIndexSettings): SearchIndex => {
  const files = tenantFiles(directory, name);
  const stemsOf = wordStems();
  const mirrorOf = mirrors();

  const write = <Item extends { readonly tenant: string }>(
    items: readonly Item[],
    one: (file: TenantFile, item: Item) => void,
  ): void => {
    for (const [tenant, own] of Map.groupBy(items, (item) => item.tenant)) {
      const file = files.made(tenant);
      file.transaction(() => {
        for (const item of own) one(file, item);
      });
    }
  };

  return {
    engine: 'sqlite',
    async upsert(passages) {
      write(passages, putPassage);
    },
    async remove(removals) {
      write(removals, removePassage);
    },
    async forget(tenant, keys) {
      write(
        keys.map((key) => ({ ...key, tenant })),
        (file, key) => forgetPassage(file, tenant, key),
      );
    },
    async versions(tenant, kind, ids) {
      const rows = files.existing(tenant)?.all(
        `SELECT id, version, removed FROM passage
           WHERE tenant = ? AND kind = ? AND id IN (SELECT value FROM json_each(?))`,
        tenant,
        kind,
        JSON.stringify(ids),
      );
      return new Map(
        Versions.parse(rows ?? []).map(({ id, version, removed }) => [
          id,
          { version, removed: removed === 1 },
        ]),
      );
    },
    async search(search) {
      const file = files.existing(search.tenant);
      if (!file) return NOTHING;
      return file.snapshot(() => {
        const mirror = mirrorOf(file, search.tenant);
        return {
          keyword: searchWords(file, mirror, stemsOf, search),
          vector: searchVectors(file, mirror, search),
          exactTitle: searchTitles(file, search),
        };
      });
    },
    async details(request) {
      const file = files.existing(request.tenant);
      return file
        ? file.snapshot(() => hitDetails(file, mirrorOf(file, request.tenant), stemsOf, request))
        : new Map();
    },
    async list({ tenant, kind, filters, limit, after }) {
      const scope = inScope(tenant, [kind], filters);
      const rows = files.existing(tenant)?.all(
        `SELECT p.updated_at AS updatedAt, p.id AS id FROM passage p
           WHERE ${scope.sql} ${after ? 'AND (p.updated_at, p.id) < (?, ?)' : ''}
           ORDER BY p.updated_at DESC, p.id DESC LIMIT ?`,
        ...scope.values,
        ...(after ? [after.updatedAt, after.id] : []),
        limit,
      );
      return Positions.parse(rows ?? []);
    },
    async vectorOf(tenant, { kind, id }) {
      const row = files.existing(tenant)?.get(
        `SELECT v.value AS value FROM passage p JOIN vector v ON v.passage = p.number
           WHERE p.tenant = ? AND p.kind = ? AND p.id = ? AND p.removed = 0`,
        tenant,
        kind,
        id,
      );
      return row && bytesVector(Vector.parse(row).value);
    },
    async withoutVector(tenant, kind, ids) {
      const rows = files.existing(tenant)?.all(
        `SELECT id FROM passage
           WHERE tenant = ? AND kind = ? AND removed = 0 AND id IN (SELECT value FROM json_each(?))
             AND NOT EXISTS (SELECT 1 FROM vector WHERE vector.passage = passage.number)`,
        tenant,
        kind,
        JSON.stringify(ids),
      );
      return new Set(Ids.parse(rows ?? []).map(({ id }) => id));
    },
    async count(tenant, of) {
      if (of) {
        const scope = inScope(tenant, of.kinds, of.filters);
        const found = files
          .existing(tenant)
          ?.get(`SELECT count(*) AS n FROM passage p WHERE ${scope.sql}`, ...scope.values);
        return found ? Count.parse(found).n : 0;
      }
      const row = files.existing(tenant)?.get('SELECT living AS n FROM tally WHERE tenant = ?', tenant);
      return row ? Count.parse(row).n : 0;
    },
    async ping() {
      mkdirSync(directory, { recursive: true });
      accessSync(directory, constants.R_OK | constants.W_OK);
      stemsOf(['ping']);
    },
    async drop() {
      files.drop();
    },
  };
};
