import type { KnowledgeGrouping } from '#contracts/knowledge-grouping.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { KnowledgeFiles } from '#core/ports/knowledge-files.ts';
import { categoryWords } from '../categories/category-words.ts';
import { caseBase, type CaseBase } from './case-base.ts';
import { findChanges, type CaseChanges, type FindChangesDeps } from './find-changes.ts';
import { readGroupingState, writeGroupingState } from './grouping-state.ts';
import { knownCase, type KnownCase } from './known-case.ts';

export type LoadBaseDeps = FindChangesDeps & {
  readonly files: KnowledgeFiles;
  readonly hasher: Hasher;
  readonly settings: KnowledgeGrouping;
};

/** The case base of a tenant as it is now. */
export type LoadedBase = {
  readonly base: CaseBase;
  readonly living: number;
  /** Cases that were read because they were new or changed, or because the listing had lost them. */
  readonly read: number;
  /** Keeps it for the next run, if anything changed. */
  readonly keep: () => Promise<void>;
};

const keyOf = (tenant: string): string => `${tenant}/grouping/state.json`;

/** What makes a kept base useless when it changes; what patterns need is asked at the end. */
const digestOf = (hasher: Hasher, { resolvedStatuses, thresholds, categories }: KnowledgeGrouping): string =>
  hasher.sha256(JSON.stringify([resolvedStatuses, thresholds, categories]));

/** What is to be put into a base and what to be forgotten, by what became of the cases; `seen` follows. */
const followChanges = async (
  changes: AsyncIterable<CaseChanges>,
  seen: Map<string, string>,
  base: CaseBase,
  knownOf: (row: LivingCase) => KnownCase | undefined,
) => {
  const put: KnownCase[] = [];
  const forget: string[] = [];
  let read = 0;
  for await (const { living, gone } of changes) {
    read += living.length + gone.length;
    for (const id of gone) seen.delete(id);
    for (const row of living) seen.set(row.id, row.updatedAt);
    const known = living.map((row) => [row.id, knownOf(row)] as const);
    put.push(
      ...known.flatMap(([id, one]) =>
        one && one.contentHash !== base.cases.get(id)?.contentHash ? [one] : [],
      ),
    );
    const leaving = [...gone, ...known.flatMap(([id, one]) => (one ? [] : [id]))];
    forget.push(...leaving.filter((id) => base.cases.has(id)));
  }
  return { put, forget, read };
};

/** Loads what was kept of a tenant's cases, follows what changed since, and looks again only at what lies near that. */
export const loadBase = ({ files, hasher, settings, ...deps }: LoadBaseDeps) => {
  const hintOf = categoryWords(settings.categories);
  const resolved = new Set(settings.resolvedStatuses);
  const digest = digestOf(hasher, settings);
  const changesSince = findChanges(deps);

  return async (tenant: string): Promise<LoadedBase> => {
    const text = await files.read(keyOf(tenant));
    const kept = text === undefined ? undefined : readGroupingState(text, digest);
    const base = caseBase(settings.thresholds, kept?.base);
    const seen = new Map(kept?.seen);
    const { put, forget, read } = await followChanges(changesSince(tenant, seen), seen, base, (row) =>
      knownCase(row, resolved, hintOf),
    );
    if (put.length + forget.length > 0) base.change(put, forget);
    const keep = async (): Promise<void> => {
      if (read > 0 || !kept)
        await files.write(keyOf(tenant), writeGroupingState(digest, { seen, base: base.kept() }));
    };
    return { base, living: seen.size, read, keep };
  };
};
