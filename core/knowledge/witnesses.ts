/** A case as it was grouped twice: by how its problem is told, and by how it was mended. */
export type GroupedCase = {
  readonly id: string;
  /** The terms of its problem. */
  readonly told: readonly string[];
  readonly complaint: string;
  readonly remedy: string;
};

/**
 * A case that tells its problem as the cases of other remedies do: it says that its own remedy and one of theirs mend
 * the same thing.
 */
export type Witness = {
  readonly id: string;
  readonly remedy: string;
  /** How well its words fit the cases of each such remedy, as a logarithm of likelihood; only differences mean anything. */
  readonly fits: ReadonlyMap<string, number>;
};

/** The complaints in which a remedy is at home, and those that are told nearly like them. */
export type Home = { readonly complaints: ReadonlySet<string>; readonly around: ReadonlySet<string> };

/** A remedy is at home in a complaint that at least this share of its cases tell, and two of them. */
const HOME_SHARE = 0.25;
const HOME_CASES = 2;

/** What a term counts that no case of a remedy holds. */
const UNSEEN = 0.5;

/** Where each remedy is at home; `near` says which complaints are told nearly alike. */
export const homesOf = (
  cases: readonly GroupedCase[],
  near: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, Home> =>
  new Map(
    [...Map.groupBy(cases, ({ remedy }) => remedy)].map(([remedy, own]) => {
      const least = Math.max(HOME_CASES, own.length * HOME_SHARE);
      const complaints = [...Map.groupBy(own, ({ complaint }) => complaint)].flatMap(([name, told]) =>
        told.length >= least ? [name] : [],
      );
      const around = complaints.flatMap((name) => [...(near.get(name) ?? [])]);
      return [remedy, { complaints: new Set(complaints), around: new Set(around) }];
    }),
  );

const countTerms = (cases: readonly GroupedCase[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { told } of cases) for (const term of told) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
};

const witnessesOf = (
  cases: readonly GroupedCase[],
  atHome: (remedy: string) => boolean,
  nearHome: (remedy: string) => boolean,
): readonly Witness[] => {
  const residents = [...Map.groupBy(cases, ({ remedy }) => remedy)].flatMap(([remedy, own]) =>
    atHome(remedy) ? [{ remedy, size: own.length, counts: countTerms(own) }] : [],
  );
  if (residents.length === 0) return [];
  const counts = countTerms(cases);
  return cases
    .filter(({ remedy }) => !nearHome(remedy))
    .map(({ id, remedy, told }) => {
      const known = told.filter((term) => (counts.get(term) ?? 0) > 1);
      const fitOf = (own: (typeof residents)[number]): number =>
        known.reduce(
          (sum, term) => sum + Math.log(((own.counts.get(term) ?? 0) + UNSEEN) / (own.size + 2 * UNSEEN)),
          0,
        );
      return { id, remedy, fits: new Map(residents.map((own) => [own.remedy, fitOf(own)])) };
    });
};

/** The witnesses among cases, complaint by complaint; naive Bayes over the terms that a complaint's cases share. */
export const findWitnesses = (
  cases: readonly GroupedCase[],
  homes: ReadonlyMap<string, Home>,
): readonly Witness[] =>
  [...Map.groupBy(cases, ({ complaint }) => complaint)].flatMap(([complaint, own]) =>
    witnessesOf(
      own,
      (remedy) => homes.get(remedy)?.complaints.has(complaint) === true,
      (remedy) => homes.get(remedy)?.around.has(complaint) === true,
    ),
  );
