import type { Home, Witness } from './witnesses.ts';

/** Two groups of remedies that became one, and the cases that say so. */
export type Join = {
  readonly remedies: readonly [string, string];
  /** Logarithm of the odds over the next best reading of the witnesses. */
  readonly odds: number;
  readonly witnesses: readonly string[];
};

/** What remedies became: the group of each, and why. */
export type JoinedRemedies = {
  readonly groupOf: ReadonlyMap<string, string>;
  readonly joins: readonly Join[];
};

/** Odds, as a logarithm, from which two groups become one: thirty-three to one. */
const LEAST_ODDS = 3.5;

/** A single case that stands in the wrong complaint must not make one pattern of two, whatever the rivals say. */
const LEAST_WITNESSES = 2;

/** What one witness can say at most. */
const MOST_OF_ONE = 3;

/** The words of a case are no independent witnesses: what naive Bayes claims is taken at its square root. */
const CAUTION = 0.5;

type Group = Home & { readonly name: string };
/** A witness among groups: its own, and how well it fits others. */
type Statement = { readonly id: string; readonly own: Group; readonly fits: ReadonlyMap<Group, number> };
type Pair = readonly [Group, Group];

/** Two remedies of one complaint, or of complaints told nearly alike, are two patterns: the same symptom, another cause. */
const apart = (one: Group, other: Group): boolean =>
  one !== other && [...one.complaints].some((complaint) => other.around.has(complaint));

const statementOf = (witness: Witness, groups: ReadonlyMap<string, Group>): readonly Statement[] => {
  const own = groups.get(witness.remedy);
  const fits = new Map<Group, number>();
  for (const [remedy, fit] of witness.fits) {
    const group = groups.get(remedy);
    if (group && own && !apart(own, group)) fits.set(group, Math.max(fit, fits.get(group) ?? -Infinity));
  }
  // One whose remedy and complaint are of one group already has nothing more to say.
  return !own || fits.has(own) || fits.size === 0 ? [] : [{ id: witness.id, own, fits }];
};

const clipped = (odds: number): number => Math.max(-MOST_OF_ONE, Math.min(MOST_OF_ONE, odds));

/** How much the statements of one group prefer a partner to another; nobody is preferred to who is not spoken of. */
const preference = (
  statements: readonly Statement[],
  partner: Group | undefined,
  rival: Group | undefined,
): number =>
  statements.reduce((sum, { fits }) => {
    const [one, other] = [partner && fits.get(partner), rival && fits.get(rival)];
    if (one === undefined && other === undefined) return sum;
    return sum + clipped(((one ?? -Infinity) - (other ?? -Infinity)) * CAUTION);
  }, 0);

/** What speaks about pairs: the statements of each group, and the partners that each has. */
const weigh = (statements: readonly Statement[]) => {
  const ofGroup = Map.groupBy(statements, ({ own }) => own);
  const partners = new Map<Group, Set<Group>>();
  for (const { own, fits } of statements) {
    for (const group of fits.keys()) {
      partners.set(own, (partners.get(own) ?? new Set()).add(group));
      partners.set(group, (partners.get(group) ?? new Set()).add(own));
    }
  }
  const said = (group: Group | undefined): readonly Statement[] => (group && ofGroup.get(group)) ?? [];
  const rivalsOf = (kept: Group, partner: Group): readonly (Group | undefined)[] => {
    const rivals = [...(partners.get(kept) ?? [])].filter((other) => apart(other, partner));
    return rivals.length === 0 ? [undefined] : rivals;
  };

  /** The odds of a pair over the reading that gives each of the two another partner, the worst one. */
  const oddsOf = ([a, b]: Pair): number =>
    Math.min(
      ...rivalsOf(a, b).flatMap((otherB) =>
        rivalsOf(b, a).map(
          (otherA) =>
            preference(said(a), b, otherB) +
            preference(said(b), a, otherA) +
            preference(said(otherA), otherB, b) +
            preference(said(otherB), otherA, a),
        ),
      ),
    );
  const pairs = [...partners].flatMap(([a, all]) =>
    [...all].flatMap((b): readonly Pair[] => (a.name < b.name ? [[a, b]] : [])),
  );
  return pairs
    .map((pair) => ({ pair, odds: oddsOf(pair) }))
    .toSorted(
      (one, other) =>
        other.odds - one.odds ||
        (JSON.stringify(one.pair.map(({ name }) => name)) < JSON.stringify(other.pair.map(({ name }) => name))
          ? -1
          : 1),
    );
};

const meaning = (statements: readonly Statement[], [a, b]: Pair): readonly string[] =>
  statements
    .filter(({ own, fits }) => (own === a && fits.has(b)) || (own === b && fits.has(a)))
    .map(({ id }) => id)
    .toSorted();

/**
 * Joins the remedies that mend the same thing in other words, the surest pair first; what a join excludes makes the
 * next one surer. Remedies of one complaint never become one.
 */
export const joinRemedies = (
  homes: ReadonlyMap<string, Home>,
  witnesses: readonly Witness[],
): JoinedRemedies => {
  const groups = new Map<string, Group>([...homes].map(([name, home]) => [name, { name, ...home }]));
  const joins: Join[] = [];
  for (;;) {
    const statements = witnesses.flatMap((witness) => statementOf(witness, groups));
    const surest = weigh(statements).find(({ pair }) => meaning(statements, pair).length >= LEAST_WITNESSES);
    if (!surest || surest.odds < LEAST_ODDS) break;
    const [a, b] = surest.pair;
    const joined = {
      name: a.name,
      complaints: new Set([...a.complaints, ...b.complaints]),
      around: new Set([...a.around, ...b.around]),
    };
    for (const [remedy, group] of groups) if (group === a || group === b) groups.set(remedy, joined);
    joins.push({
      remedies: [a.name, b.name],
      odds: surest.odds,
      witnesses: meaning(statements, surest.pair),
    });
  }
  return { groupOf: new Map([...groups].map(([remedy, { name }]) => [remedy, name])), joins };
};
