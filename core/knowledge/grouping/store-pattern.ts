import type { PatternGroup } from '#contracts/pattern-group.ts';
import { DomainError } from '#core/domain-error.ts';
import type { KnowledgeFiles } from '#core/ports/knowledge-files.ts';
import type { PatternStore } from '#core/ports/pattern-store.ts';
import { readPatternGroup, removePatternGroup, writePatternGroup } from '../pattern-files.ts';
import type { StoredPattern } from '../stored-pattern.ts';

/** What grouping says of a pattern; what became of it, others say. */
export type GroupedPattern = Pick<
  StoredPattern,
  'tenant' | 'id' | 'category' | 'label' | 'product' | 'size' | 'customers' | 'evidence' | 'heir'
>;

/** How a pattern shall stand: so, with this list of cases; or not at all. */
export type WantedPattern =
  | { readonly pattern: GroupedPattern; readonly groupOf: (() => PatternGroup) | undefined }
  | 'gone';

export type StorePatternDeps = { readonly patterns: PatternStore; readonly files: KnowledgeFiles };

/** What was written. */
export type PatternWrite = 'created' | 'changed' | 'removed' | 'none';

/** Others write what became of a pattern meanwhile; who loses looks again. */
const MOST_TRIES = 4;

const LATELY_MS = 24 * 60 * 60 * 1_000;

const says = ({ category, label, product, size, customers, evidence, heir }: GroupedPattern): string =>
  JSON.stringify([category, label, product, size, customers, evidence, heir].map((part) => part ?? null));

const remove = async (
  { patterns, files }: StorePatternDeps,
  stored: StoredPattern | undefined,
): Promise<PatternWrite> => {
  if (!stored) return 'none';
  await patterns.remove(stored.tenant, stored.id, stored.version);
  await removePatternGroup(files, stored);
  return 'removed';
};

const create = async (
  { patterns, files }: StorePatternDeps,
  { pattern, groupOf }: Exclude<WantedPattern, 'gone'>,
  now: string,
): Promise<PatternWrite> => {
  if (groupOf) await writePatternGroup(files, pattern, groupOf());
  await patterns.write(
    { ...pattern, outcome: { kind: 'waiting' }, version: 1, createdAt: now, updatedAt: now },
    0,
  );
  return 'created';
};

/**
 * Two runs at once, one of which goes back to what the other leaves, may take the list away that a row names: what was
 * written lately is looked at once more.
 */
const mendList = async (
  { files }: StorePatternDeps,
  stored: StoredPattern,
  { groupOf }: Exclude<WantedPattern, 'gone'>,
  now: string,
): Promise<PatternWrite> => {
  const isOld = Date.parse(now) - Date.parse(stored.updatedAt) > LATELY_MS;
  if (isOld || !groupOf || (await readPatternGroup(files, stored))) return 'none';
  await writePatternGroup(files, stored, groupOf());
  return 'changed';
};

const change = async (
  deps: StorePatternDeps,
  stored: StoredPattern,
  wanted: Exclude<WantedPattern, 'gone'>,
  now: string,
): Promise<PatternWrite> => {
  const { pattern, groupOf } = wanted;
  if (says(stored) === says(pattern)) return mendList(deps, stored, wanted, now);
  const { patterns, files } = deps;
  const isNew = stored.evidence !== pattern.evidence;
  if (isNew && groupOf) await writePatternGroup(files, pattern, groupOf());
  await patterns.write(
    { ...stored, ...pattern, version: stored.version + 1, updatedAt: now },
    stored.version,
  );
  if (isNew) await removePatternGroup(files, stored);
  return 'changed';
};

const make = (
  deps: StorePatternDeps,
  stored: StoredPattern | undefined,
  wanted: WantedPattern,
  now: string,
): Promise<PatternWrite> => {
  if (wanted === 'gone') return remove(deps, stored);
  return stored ? change(deps, stored, wanted, now) : create(deps, wanted, now);
};

/**
 * Makes a stored pattern as it is wanted, which may depend on what is stored: its list of cases first, then the row that
 * names it, then the old list goes. A second time it writes nothing.
 */
export const storePattern =
  (deps: StorePatternDeps) =>
  async (
    { tenant, id }: Pick<StoredPattern, 'tenant' | 'id'>,
    first: StoredPattern | undefined,
    wantedOf: (stored: StoredPattern | undefined) => WantedPattern,
    now: string,
  ): Promise<PatternWrite> => {
    let stored = first;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await make(deps, stored, wantedOf(stored), now);
      } catch (error) {
        const lost = error instanceof DomainError && error.code === 'version_mismatch';
        if (!lost || attempt === MOST_TRIES) throw error;
        stored = await deps.patterns.find(tenant, id);
      }
    }
  };
