import type { KnowledgeGrouping } from '#contracts/knowledge-grouping.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import { evidenceHash } from '../evidence-hash.ts';
import type { NamedPattern } from '../keep-pattern-ids.ts';
import type { StoredPattern } from '../stored-pattern.ts';
import type { CaseBase } from './case-base.ts';
import { describePattern } from './describe-pattern.ts';
import { explainPatterns } from './explain-pattern.ts';
import type { WantedPattern } from './store-pattern.ts';

/** What was found, and where its cases were and are; by case id. */
export type Grouping = {
  readonly tenant: string;
  readonly base: CaseBase;
  readonly named: readonly NamedPattern[];
  readonly places: ReadonlyMap<string, string>;
  readonly placesNow: ReadonlyMap<string, string>;
};

export type WantedPatternsDeps = {
  readonly hasher: Hasher;
  readonly settings: Pick<KnowledgeGrouping, 'thresholds'>;
};

/** The pattern that now holds most of the cases that one had. */
const heirOf = (id: string, { places, placesNow }: Grouping): string | undefined => {
  const heirs = Map.groupBy(
    [...places].flatMap(([caseId, was]) => (was === id ? (placesNow.get(caseId) ?? []) : [])),
    (heir) => heir,
  );
  return [...heirs].toSorted(
    ([one, some], [other, others]) => others.length - some.length || (one < other ? -1 : 1),
  )[0]?.[0];
};

/** A pattern that came to an article stays, without cases, so that whoever looks after the article sees it. */
const vanished = (stored: StoredPattern, evidence: string, heir: string | undefined): WantedPattern => {
  const cameToSomething = stored.outcome.kind === 'drafted' || stored.outcome.kind === 'covered';
  if (!cameToSomething) return 'gone';
  const pattern = { ...stored, size: 0, customers: undefined, evidence, heir: heir ?? stored.heir };
  return { pattern, groupOf: undefined };
};

/** How each pattern shall stand, by id and what is stored: those that were found, and those that are no more. */
export const wantedPatterns = ({ hasher, settings }: WantedPatternsDeps, grouping: Grouping, now: string) => {
  const { tenant, base, named } = grouping;
  const describe = describePattern(base);
  const explain = explainPatterns(base, named, settings.thresholds, now);
  const found = new Map(named.map((one) => [one.id, one]));
  const nothing = evidenceHash(hasher, []);

  return (id: string) => {
    const own = found.get(id);
    if (!own) {
      const heir = heirOf(id, grouping);
      return (stored: StoredPattern | undefined): WantedPattern =>
        stored ? vanished(stored, nothing, heir) : 'gone';
    }
    const cases = own.caseIds.flatMap((caseId) => base.cases.get(caseId) ?? []);
    const evidence = evidenceHash(hasher, cases);
    const { category, label, product } = describe(own);
    return (stored: StoredPattern | undefined): WantedPattern => ({
      pattern: {
        tenant,
        id,
        category,
        // Weights of words move with every case; what a person knows a pattern by changes with its own only.
        label: stored?.evidence === evidence ? stored.label : label,
        product,
        size: cases.length,
        customers: own.customers,
        evidence,
        heir: undefined,
      },
      groupOf: () => explain(own),
    });
  };
};
