import type { CaseRow } from '#core/cases/case-row.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { Embedder } from '#core/ports/embedder.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';
import type { PassageKey } from '#core/search/passage.ts';
import { embedPassages } from './embed-passages.ts';
import { passageOfCase } from './passage-of-case.ts';

export type ProjectIdsDeps = { cases: CaseStore; index: SearchIndex; embedder: Embedder };

const keyOf = (id: string): PassageKey => ({ kind: 'case', id });

const project = async (
  { index, embedder }: ProjectIdsDeps,
  tenant: string,
  rows: readonly CaseRow[],
): Promise<void> => {
  const living = rows.filter((row) => !row.deleted);
  const deleted = rows.filter((row) => row.deleted);
  const passages = await embedPassages(embedder, living.map(passageOfCase));
  await index.upsert(passages);
  await index.remove(deleted.map(({ id, version }) => ({ ...keyOf(id), tenant, version })));
};

/**
 * Makes the passages of some cases of one tenant equal to their rows, as strongly read. Idempotent, in any order:
 * the index takes nothing that is older than what it has.
 */
export const projectIds =
  (deps: ProjectIdsDeps) =>
  async (tenant: string, ids: readonly string[]): Promise<void> => {
    const rows = await deps.cases.findMany(tenant, ids);
    await project(deps, tenant, [...rows.values()]);

    const gone = ids.filter((id) => !rows.has(id));
    if (gone.length === 0) return;
    await deps.index.forget(tenant, gone.map(keyOf));
    // A case made between the reading and the forgetting may have been projected by somebody else and forgotten here.
    const reborn = await deps.cases.findMany(tenant, gone);
    await project(deps, tenant, [...reborn.values()]);
  };
