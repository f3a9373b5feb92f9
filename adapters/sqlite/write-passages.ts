import * as z from 'zod';
import type { Removal } from '#core/ports/search-index.ts';
import type { Passage, PassageKey } from '#core/search/passage.ts';
import { RowNumber } from './row-number.ts';
import type { TenantFile } from './tenant-file.ts';
import { titleKey } from '#core/search/title-key.ts';
import { vectorBytes } from './vector-bytes.ts';

const Row = z.object({ number: RowNumber });
type Row = z.infer<typeof Row>;

const numberOf = (row: unknown): Row | undefined => (row === undefined ? undefined : Row.parse(row));

const PUT = `
INSERT INTO passage (tenant, kind, id, version, removed, title_key, category, product, status, state, audience,
  customer, created_at, updated_at)
VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (tenant, kind, id) DO UPDATE SET version = excluded.version, removed = 0, title_key = excluded.title_key,
  category = excluded.category, product = excluded.product, status = excluded.status, state = excluded.state,
  audience = excluded.audience, customer = excluded.customer, created_at = excluded.created_at, updated_at = excluded.updated_at
WHERE excluded.version > passage.version OR (excluded.version = passage.version AND passage.removed = 0)
RETURNING number`;

const MARK_REMOVED = `
INSERT INTO passage (tenant, kind, id, version, removed) VALUES (?, ?, ?, ?, 1)
ON CONFLICT (tenant, kind, id) DO UPDATE SET version = excluded.version, removed = 1, title_key = NULL,
  category = NULL, product = NULL, status = NULL, state = NULL, audience = NULL, customer = NULL, created_at = NULL, updated_at = NULL
WHERE excluded.version >= passage.version
RETURNING number`;

/** Every change gets a number of its own, above all before it. */
const CHANGED = `
INSERT INTO change VALUES (?, (SELECT coalesce(max(at), 0) + 1 FROM change))
ON CONFLICT (passage) DO UPDATE SET at = excluded.at`;

const clear = (file: TenantFile, { number }: Row): void => {
  file.run(CHANGED, number);
  file.run('DELETE FROM words WHERE rowid = ?', number);
  file.run('DELETE FROM vector WHERE passage = ?', number);
  file.run('DELETE FROM tag WHERE passage = ?', number);
};

/** Puts a passage in, all of it, unless what is there is newer. */
export const putPassage = (file: TenantFile, passage: Passage): void => {
  const { tenant, kind, id, version, title, text, summary, vector, ...fields } = passage;
  const columns = [
    titleKey(title),
    fields.category,
    fields.product,
    fields.status,
    fields.state,
    fields.audience,
    fields.customer,
    fields.createdAt,
    fields.updatedAt,
  ].map((value) => value ?? null);
  const row = numberOf(file.get(PUT, tenant, kind, id, version, ...columns));
  if (!row) return;
  clear(file, row);
  file.run(
    'INSERT INTO words (rowid, title, text, id, summary) VALUES (?, ?, ?, ?, ?)',
    row.number,
    title ?? '',
    text,
    id,
    summary ?? '',
  );
  if (vector)
    file.run(
      'INSERT INTO vector VALUES (?, ?, ?, ?, ?)',
      row.number,
      tenant,
      kind,
      vectorBytes(vector),
      fields.state ?? null,
    );
  for (const tag of new Set(fields.tags)) file.run('INSERT INTO tag VALUES (?, ?)', tag, row.number);
};

/** Takes a passage out and leaves its version, unless what is there is newer. */
export const removePassage = (file: TenantFile, { tenant, kind, id, version }: Removal): void => {
  const row = numberOf(file.get(MARK_REMOVED, tenant, kind, id, version));
  if (row) clear(file, row);
};

/** Takes a key out without a trace. */
export const forgetPassage = (file: TenantFile, tenant: string, { kind, id }: PassageKey): void => {
  const row = numberOf(
    file.get('SELECT number FROM passage WHERE tenant = ? AND kind = ? AND id = ?', tenant, kind, id),
  );
  if (!row) return;
  clear(file, row);
  file.run('DELETE FROM passage WHERE number = ?', row.number);
};
