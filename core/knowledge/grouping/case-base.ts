import type { PatternThresholds } from '#contracts/knowledge-grouping.ts';
import { findPatterns, type CaseGraphs, type FoundPattern, type PatternNeeds } from '../find-patterns.ts';
import { neighbourGraph, type KeptText } from '../neighbour-graph.ts';
import { keptTermSpace, termSpace, type KeptSpace, type TermSpace } from '../term-space.ts';
import type { KnownCase } from './known-case.ts';

/** One of the two ways in which cases are compared: its space, its graph, and what of a case stands in them. */
type Side = 'problems' | 'remedies';
const TERMS_OF = {
  problems: ({ told }: KnownCase) => told,
  remedies: ({ mended }: KnownCase) => mended,
} as const;

/** What of a case base is kept between runs, beside its cases. */
export type KeptSide = { readonly space: KeptSpace; readonly texts: readonly KeptText[] };
export type KeptCaseBase = Readonly<Record<Side, KeptSide>> & {
  readonly cases: readonly KnownCase[];
  /** Cases that came or went since the spaces were made. */
  readonly turnover: number;
};

/** The resolved cases of a tenant and their neighbourhoods. */
export type CaseBase = {
  readonly cases: ReadonlyMap<string, KnownCase>;
  readonly graphs: CaseGraphs;
  readonly spaces: Readonly<Record<Side, TermSpace>>;
  /** Puts cases, over those of their ids, and forgets others; only what lies near them is looked at again. */
  readonly change: (put: readonly KnownCase[], forget: readonly string[]) => void;
  readonly find: (needs: PatternNeeds) => readonly FoundPattern[];
  readonly kept: () => KeptCaseBase;
};

/**
 * What came and went, as a share of what there was, from which weights of terms and all neighbourhoods are made anew:
 * a second for 3,000 cases. Until then new words count among new cases only.
 */
const MOST_TURNOVER = 0.05;

type Parts = {
  readonly graphs: CaseGraphs;
  readonly spaces: Readonly<Record<Side, TermSpace>>;
  turnover: number;
};

const madeAnew = (cases: readonly KnownCase[], thresholds: PatternThresholds): Parts => {
  const spaces = {
    problems: termSpace(cases.map(TERMS_OF.problems)),
    remedies: termSpace(cases.map(TERMS_OF.remedies)),
  };
  const graphs = {
    problems: neighbourGraph(spaces.problems, thresholds.complaint),
    remedies: neighbourGraph(spaces.remedies, thresholds.remedy),
  };
  for (const one of cases) {
    graphs.problems.add(one.id, one.told);
    graphs.remedies.add(one.id, one.mended);
  }
  return { graphs, spaces, turnover: 0 };
};

const restored = (kept: KeptCaseBase, thresholds: PatternThresholds): Parts => {
  const cases = new Map(kept.cases.map((one) => [one.id, one]));
  const spaces = {
    problems: keptTermSpace(kept.problems.space),
    remedies: keptTermSpace(kept.remedies.space),
  };
  const graphOf = (side: Side, least: number) =>
    neighbourGraph(spaces[side], least, {
      texts: kept[side].texts,
      termsOf(id) {
        const one = cases.get(id);
        return one ? TERMS_OF[side](one) : [];
      },
    });
  return {
    spaces,
    graphs: {
      problems: graphOf('problems', thresholds.complaint),
      remedies: graphOf('remedies', thresholds.remedy),
    },
    turnover: kept.turnover,
  };
};

/** The case base of a tenant: as it was kept, or empty. */
export const caseBase = (thresholds: PatternThresholds, kept?: KeptCaseBase): CaseBase => {
  const cases = new Map(kept?.cases.map((one) => [one.id, one]));
  let parts = kept ? restored(kept, thresholds) : madeAnew([], thresholds);
  const sorted = (): readonly KnownCase[] =>
    [...cases.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));

  const update = (put: readonly KnownCase[], leaving: readonly string[]): void => {
    const { graphs, spaces } = parts;
    graphs.problems.remove(...leaving);
    graphs.remedies.remove(...leaving);
    spaces.problems.learn([...cases.values()].map(TERMS_OF.problems));
    spaces.remedies.learn([...cases.values()].map(TERMS_OF.remedies));
    for (const one of put) {
      graphs.problems.add(one.id, one.told);
      graphs.remedies.add(one.id, one.mended);
    }
  };

  return {
    cases,
    get graphs() {
      return parts.graphs;
    },
    get spaces() {
      return parts.spaces;
    },
    change(put, forget) {
      const before = cases.size;
      const leaving = [...forget, ...put.map(({ id }) => id)].filter((id) => cases.has(id));
      for (const id of forget) cases.delete(id);
      for (const one of put) cases.set(one.id, one);
      const turnover = parts.turnover + put.length + forget.length;
      if (turnover > before * MOST_TURNOVER) parts = madeAnew(sorted(), thresholds);
      else {
        update(put, leaving);
        parts.turnover = turnover;
      }
    },
    find: (needs) => findPatterns(sorted(), parts.graphs, needs, thresholds),
    kept: () => ({
      cases: sorted(),
      turnover: parts.turnover,
      problems: { space: parts.spaces.problems.kept(), texts: parts.graphs.problems.kept() },
      remedies: { space: parts.spaces.remedies.kept(), texts: parts.graphs.remedies.kept() },
    }),
  };
};
