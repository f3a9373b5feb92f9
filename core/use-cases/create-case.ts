import type { CaseContent } from '#contracts/case.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { nextVersion } from '#core/cases/next-version.ts';
import { contentHash } from '#core/cases/content-hash.ts';
import { DomainError } from '#core/domain-error.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { Ids } from '#core/ports/ids.ts';

export type CreateCaseDeps = { cases: CaseStore; clock: Clock; ids: Ids; hasher: Hasher };

const exists = (id: string, cause?: unknown) =>
  new DomainError('already_exists', `a case ${id} exists`, { cause });

/** Makes a case, with an id of ours when the caller names none; an id that exists is refused with `already_exists`. */
export const createCase =
  ({ cases, clock, ids, hasher }: CreateCaseDeps) =>
  async (tenant: string, content: CaseContent, wishedId?: string): Promise<LivingCase> => {
    const id = wishedId ?? ids.next();
    const stored = await cases.find(tenant, id);
    if (stored && !stored.deleted) throw exists(id);

    const now = clock.now().toISOString();
    const row: LivingCase = {
      tenant,
      id,
      version: nextVersion(stored, now),
      deleted: false,
      content,
      contentHash: contentHash(hasher, content),
      createdAt: content.created_at ?? now,
      updatedAt: now,
    };
    await cases.write(row, stored?.version ?? 0).catch((error: unknown) => {
      throw error instanceof DomainError && error.code === 'version_mismatch' ? exists(id, error) : error;
    });
    return row;
  };
