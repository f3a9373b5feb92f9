import type { PatternThresholds } from '#contracts/knowledge-grouping.ts';
import { connected } from './connected.ts';
import { joinRemedies, type Join } from './join-remedies.ts';
import { nearGroups } from './near-groups.ts';
import type { Edge, NeighbourGraph } from './neighbour-graph.ts';
import type { TermedCase } from './pattern-case.ts';
import { findWitnesses, homesOf } from './witnesses.ts';

/** Resolved cases with the same problem and the same resolution. */
export type FoundPattern = {
  /** Rising. */
  readonly caseIds: readonly string[];
  /** Distinct customers; undefined where no case has one. */
  readonly customers: number | undefined;
  /** Groups of cases that tell their remedy in the same words, and what joined them. */
  readonly remedies: readonly (readonly string[])[];
  readonly joins: readonly Join[];
};

/** What a pattern needs, both configurable. */
export type PatternNeeds = { readonly cases: number; readonly customers: number };

/** How much two texts that are among each other's nearest must share to tell the same, and two complaints to be near (ADR 0190). */
export const USUAL_THRESHOLDS: PatternThresholds = { remedy: 0.5, complaint: 0.55, near: 0.35 };

/** Cases from which a remedy can be told from chance. */
const LEAST_REMEDY = 3;

/** The texts of some cases in two graphs, one of problems and one of remedies. */
export type CaseGraphs = { readonly problems: NeighbourGraph; readonly remedies: NeighbourGraph };

const customersOf = (cases: readonly TermedCase[]): number | undefined => {
  const known = new Set(cases.flatMap(({ customer }) => customer ?? []));
  return known.size === 0 ? undefined : known.size;
};

const groupsOf = (ids: readonly string[], edges: readonly Edge[]) => {
  const group = connected(ids, edges);
  return (id: string): string => group.get(id) ?? id;
};

/**
 * Finds the patterns among resolved cases. Cases whose remedies are told alike are a remedy; a case told like those of
 * one remedy and mended like those of another joins the two; remedies of one complaint stay apart. Deterministic, and
 * whatever the order of the cases. Largest first.
 */
export const findPatterns = (
  resolved: readonly TermedCase[],
  graphs: CaseGraphs,
  needs: PatternNeeds,
  thresholds: PatternThresholds = USUAL_THRESHOLDS,
): readonly FoundPattern[] => {
  const cases = resolved.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const ids = cases.map(({ id }) => id);
  const complaintOf = groupsOf(ids, graphs.problems.mutual(thresholds.complaint));
  const remedyOf = groupsOf(ids, graphs.remedies.mutual(thresholds.remedy));
  const byRemedy = Map.groupBy(cases, ({ id }) => remedyOf(id));
  const grouped = cases
    .filter(({ id }) => (byRemedy.get(remedyOf(id))?.length ?? 0) >= LEAST_REMEDY)
    .map(({ id, told }) => ({
      id,
      told,
      complaint: complaintOf(id),
      remedy: remedyOf(id),
    }));
  const complaints = [...Map.groupBy(grouped, ({ complaint }) => complaint)].map(
    ([complaint, own]) => [complaint, own.flatMap(({ id }) => graphs.problems.vectorOf(id) ?? [])] as const,
  );
  const homes = homesOf(grouped, nearGroups(new Map(complaints), thresholds.near));
  const { groupOf, joins } = joinRemedies(homes, findWitnesses(grouped, homes));

  return [...Map.groupBy(homes.keys(), (remedy) => groupOf.get(remedy) ?? remedy)]
    .map(([name, remedies]) => {
      const own = remedies.map((remedy) => byRemedy.get(remedy) ?? []);
      return {
        caseIds: own.flatMap((some) => some.map(({ id }) => id)).toSorted(),
        customers: customersOf(own.flat()),
        remedies: own.map((some) => some.map(({ id }) => id).toSorted()),
        joins: joins.filter(({ remedies: [remedy] }) => groupOf.get(remedy) === name),
      };
    })
    .filter(
      ({ caseIds, customers }) =>
        caseIds.length >= needs.cases && (customers === undefined || customers >= needs.customers),
    )
    .toSorted(
      (one, other) =>
        other.caseIds.length - one.caseIds.length ||
        ((one.caseIds[0] ?? '') < (other.caseIds[0] ?? '') ? -1 : 1),
    );
};
