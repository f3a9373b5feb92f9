import { connected } from '#core/knowledge/connected.ts';
import type { Evidence, EvidenceCase } from '#core/knowledge/evidence.ts';
import type { LivingArticle } from './article-row.ts';
import { toldAlike } from './told-alike.ts';

/** What newer cases say about an article. */
export type Staleness = {
  /** Cases that its pattern has more than when it was written. */
  readonly more: number;
  /** Newer cases whose resolutions say the same as the older ones, by id. */
  readonly agreeing: readonly string[];
  /** Newer cases that ended with a remedy that no older case knew. */
  readonly differing: readonly string[];
  /** So many of the newer cases differ that it no longer says how the problem is solved. */
  readonly contradicted: boolean;
};

/** Cosine from which two remedies say the same; see docs/adr/0207. */
const SAME_REMEDY = 0.5;

/** One or two odd cases contradict nobody. */
const LEAST_DIFFERING = 3;
const DIFFERING_SHARE = 0.4;

/** All are compared with all. */
const MOST_CASES = 200;

const remedyOf = ({ texts }: EvidenceCase): string =>
  texts.flatMap(({ field, body }) => (field === 'resolution' ? [body] : [])).join('\n');

/** Groups of cases whose remedies are told alike, directly or through others, by case. */
const remedyGroups = (cases: readonly EvidenceCase[]): ReadonlyMap<string, string> => {
  const told = cases.map((one) => ({ id: one.id, remedy: remedyOf(one) }));
  const alike = toldAlike(told.map(({ remedy }) => remedy));
  const edges = told.flatMap(({ id: a, remedy }, n) =>
    told
      .slice(n + 1)
      .flatMap((other) => (alike(remedy, other.remedy) >= SAME_REMEDY ? [{ a, b: other.id }] : [])),
  );
  return connected(
    told.map(({ id }) => id),
    edges,
  );
};

/**
 * Compares an article that was written from cases with the cases of its pattern now. Newer is a case that was resolved
 * after it was written and that it does not rest on. Undefined for an article of a person.
 */
export const stalenessOf = (
  { claims, generation }: Pick<LivingArticle, 'claims' | 'generation'>,
  evidence: Evidence,
): Staleness | undefined => {
  if (!generation) return undefined;
  const cited = new Set(claims.flatMap(({ case_ids: ids }) => ids));
  const isNewer = ({ id, resolvedAt }: EvidenceCase): boolean =>
    !cited.has(id) && resolvedAt !== undefined && resolvedAt > generation.written_at;
  const cases = evidence.cases.slice(0, MOST_CASES);
  const groups = remedyGroups(cases);
  const older = new Set(cases.flatMap((one) => (isNewer(one) ? [] : [groups.get(one.id)])));
  const newer = cases.filter(isNewer).map(({ id }) => id);
  const agreeing = newer.filter((id) => older.has(groups.get(id)));
  const differing = newer.filter((id) => !older.has(groups.get(id)));
  return {
    more: Math.max(0, evidence.size - generation.cases),
    agreeing,
    differing,
    contradicted: differing.length >= LEAST_DIFFERING && differing.length >= newer.length * DIFFERING_SHARE,
  };
};
