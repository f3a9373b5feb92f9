import { GroupingState } from '#contracts/grouping-state.ts';
import type { KeptCaseBase, KeptSide } from './case-base.ts';

/** What grouping remembers of a tenant. */
export type Remembered = {
  /** When each living case was last changed, as far as was read. */
  readonly seen: ReadonlyMap<string, string>;
  readonly base: KeptCaseBase;
};

/** Numbers for words, and the words by number. Words that no case holds get none, so that they are forgotten. */
const vocabularyOf = (cases: KeptCaseBase['cases']) => {
  const numbers = new Map<string, number>();
  for (const { told, mended } of cases)
    for (const term of [...told, ...mended]) if (!numbers.has(term)) numbers.set(term, numbers.size);
  return {
    words: [...numbers.keys()],
    numberOf: (term: string | undefined): number => (term === undefined ? -1 : (numbers.get(term) ?? -1)),
  };
};

/** The text of a state. */
export const writeGroupingState = (settings: string, { seen, base }: Remembered): string => {
  const { words, numberOf } = vocabularyOf(base.cases);
  const places = new Map(base.cases.map(({ id }, place) => [id, place]));
  const sideOf = ({ space, texts }: KeptSide) => {
    const byId = new Map(texts.map((text) => [text.id, text]));
    const ordered = base.cases.map(({ id }) => byId.get(id));
    return {
      texts: space.texts,
      terms: space.terms.map(({ term }) => numberOf(term)),
      counts: space.terms.map(({ count }) => count),
      known: ordered.map((text) => text?.known ?? 0),
      near: ordered.map((text) => (text?.near ?? []).flatMap((id) => places.get(id) ?? [])),
    };
  };
  const state: GroupingState = {
    format: 1,
    settings,
    words,
    seen: [...seen],
    cases: base.cases.map(({ id, contentHash, customer, product, hint, told, mended }) => ({
      i: id,
      h: contentHash,
      c: customer,
      p: product,
      k: hint,
      t: told.map(numberOf),
      m: mended.map(numberOf),
    })),
    turnover: base.turnover,
    problems: sideOf(base.problems),
    remedies: sideOf(base.remedies),
  };
  return JSON.stringify(state);
};

/** Parses JSON; what is no JSON is nothing, for a state can always be made again. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** Reads a state; undefined where it is of another format, of other settings or damaged: then all is read anew. */
export const readGroupingState = (text: string, settings: string): Remembered | undefined => {
  const { success, data } = GroupingState.safeParse(parsed(text));
  if (!success || data.settings !== settings) return undefined;
  const wordsAt = (numbers: readonly number[]): readonly string[] =>
    numbers.flatMap((number) => data.words[number] ?? []);
  const ids = data.cases.map(({ i }) => i);
  const sideOf = ({ texts, terms, counts, known, near }: GroupingState['problems']): KeptSide => ({
    space: {
      texts,
      terms: terms.map((number, place) => ({ term: data.words[number], count: counts[place] ?? 0 })),
    },
    texts: ids.map((id, place) => ({
      id,
      known: known[place] ?? 0,
      near: (near[place] ?? []).flatMap((other) => ids[other] ?? []),
    })),
  });
  return {
    seen: new Map(data.seen),
    base: {
      cases: data.cases.map(({ i, h, c, p, k, t, m }) => ({
        id: i,
        contentHash: h,
        customer: c,
        product: p,
        hint: k,
        told: wordsAt(t),
        mended: wordsAt(m),
      })),
      turnover: data.turnover,
      problems: sideOf(data.problems),
      remedies: sideOf(data.remedies),
    },
  };
};
