import { DomainError } from '#core/domain-error.ts';
import { currentGroup } from '#core/knowledge/current-group.ts';
import type { StoredPattern } from '#core/knowledge/stored-pattern.ts';
import type { KnowledgeFiles } from '#core/ports/knowledge-files.ts';
import type { PatternStore } from '#core/ports/pattern-store.ts';

/** Patterns in memory, a twin of the table for unit tests. */
export const memoryPatternStore = (files: KnowledgeFiles): PatternStore => {
  const patterns = new Map<string, StoredPattern>();
  const placed = new Map<string, Map<string, string>>();
  const keyOf = (tenant: string, id: string): string => `${tenant}#${id}`;
  const check = (tenant: string, id: string, expected: number): void => {
    if ((patterns.get(keyOf(tenant, id))?.version ?? 0) !== expected)
      throw new DomainError('version_mismatch', 'changed by somebody else');
  };
  const caseIds: PatternStore['caseIds'] = async (tenant, id) => {
    const current = await currentGroup(async () => patterns.get(keyOf(tenant, id)), files);
    return current?.group?.case_ids ?? [];
  };
  return {
    find: async (tenant, id) => patterns.get(keyOf(tenant, id)),
    caseIds,
    async write(pattern, expected) {
      check(pattern.tenant, pattern.id, expected);
      patterns.set(keyOf(pattern.tenant, pattern.id), pattern);
    },
    async remove(tenant, id, expected) {
      check(tenant, id, expected);
      patterns.delete(keyOf(tenant, id));
    },
    async list(tenant, limit, after) {
      const all = [...patterns.values()]
        .filter((pattern) => pattern.tenant === tenant && (after === undefined || pattern.id > after))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
      return { patterns: all.slice(0, limit), next: all.length > limit ? all[limit - 1]?.id : undefined };
    },
    async ofCase(tenant, caseId) {
      const id = placed.get(tenant)?.get(caseId);
      return id !== undefined && (await caseIds(tenant, id)).includes(caseId) ? id : undefined;
    },
    places: async (tenant) => new Map(placed.get(tenant)),
    async place(tenant, places) {
      const own = placed.get(tenant) ?? new Map<string, string>();
      placed.set(tenant, own);
      for (const [caseId, pattern] of places) {
        if (pattern === undefined) own.delete(caseId);
        else own.set(caseId, pattern);
      }
    },
  };
};
