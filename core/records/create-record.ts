import { contentHash } from '#core/cases/content-hash.ts';
import { nextVersion } from '#core/cases/next-version.ts';
import { DomainError } from '#core/domain-error.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { Ids } from '#core/ports/ids.ts';
import type { NamedStore } from './living-record.ts';
import type { LivingRow } from './stored-row.ts';

export type CreateRecordDeps = { clock: Clock; ids: Ids; hasher: Hasher };

/** What somebody wants to be kept, and the id they wish for it, if any. */
type Wish<Content extends object> = {
  readonly tenant: string;
  readonly content: Content;
  readonly id: string | undefined;
};

/**
 * Makes the first row of an id, ours when none is wished; an id that exists is refused with `already_exists`.
 * A deleted one goes on from its version. `rowOf` adds what is of the record's kind alone.
 */
export const createRecord = async <Row extends LivingRow, Content extends object>(
  { noun, store }: NamedStore<Row>,
  { clock, ids, hasher }: CreateRecordDeps,
  wish: Wish<Content>,
  rowOf: (row: LivingRow & { readonly content: Content }) => Row,
): Promise<Row> => {
  const { tenant, content, id = ids.next() } = wish;
  const exists = (cause?: unknown) =>
    new DomainError('already_exists', `the ${noun} ${id} exists already`, { cause });
  const stored = await store.find(tenant, id);
  if (stored && !stored.deleted) throw exists();

  const now = clock.now().toISOString();
  const row = rowOf({
    tenant,
    id,
    version: nextVersion(stored, now),
    deleted: false,
    content,
    contentHash: contentHash(hasher, content),
    createdAt: now,
    updatedAt: now,
  });
  await store.write(row, stored?.version ?? 0).catch((error: unknown) => {
    throw error instanceof DomainError && error.code === 'version_mismatch' ? exists(error) : error;
  });
  return row;
};
