import { cosineOf } from './cosine-of.ts';
import { isFull, putNear, type Near } from './nearest-list.ts';
import { termHolders } from './term-holders.ts';
import type { TermSpace, TermVector } from './term-space.ts';

/** Two texts that are among each other's nearest, `a` before `b`. */
export type Edge = { readonly a: string; readonly b: string; readonly cosine: number };

/** A text of a graph, to keep it: the terms that the space had when it came, and its nearest. */
export type KeptText = { readonly id: string; readonly known: number; readonly near: readonly string[] };

/** Texts and the nearest others of each. */
export type NeighbourGraph = {
  /** Adds a text that is not there; only the lists of those that share a term with it change. */
  readonly add: (id: string, terms: readonly string[]) => void;
  /** Takes texts out; only the lists that they stood in are made anew. */
  readonly remove: (...ids: readonly string[]) => void;
  /** The vector of a text that is there. */
  readonly vectorOf: (id: string) => TermVector | undefined;
  /** Pairs that stand in each other's lists with at least this cosine, each once; not less than the graph's own `least`. */
  readonly mutual: (least: number) => readonly Edge[];
  readonly kept: () => readonly KeptText[];
};

type Text = {
  readonly id: string;
  readonly number: number;
  readonly known: number;
  readonly vector: TermVector;
  near: Near[];
};

/** A graph as it was kept: its texts with their terms, and what `kept` said of them. */
export type KeptGraph = {
  readonly texts: readonly KeptText[];
  readonly termsOf: (id: string) => readonly string[];
};

const NOTHING: KeptGraph = { texts: [], termsOf: () => [] };

/**
 * Keeps the nearest texts of each by the cosine of their terms, those of at least `least`; they are found through the
 * terms that they share.
 */
export const neighbourGraph = (space: TermSpace, least = 0, kept = NOTHING): NeighbourGraph => {
  const texts = new Map<string, Text>();
  const byNumber: (Text | undefined)[] = [];
  const holders = termHolders();

  const eachOther = ({ number, vector }: Text, found: (other: Text, cosine: number) => void): void =>
    holders.eachSharing(vector, (sharing, cosine) => {
      const other = byNumber[sharing];
      if (other && sharing !== number && cosine >= least) found(other, cosine);
    });
  const isNear = (text: Text | undefined, id: string): boolean =>
    text?.near.some((near) => near.id === id) === true;
  const take = (id: string, terms: readonly string[], known: number): Text => {
    const text = { id, number: byNumber.length, known, vector: space.vector(terms, known), near: [] };
    texts.set(id, text);
    byNumber.push(text);
    return text;
  };

  for (const { id, known } of kept.texts) {
    const text = take(id, kept.termsOf(id), known);
    holders.hold(text.number, text.vector);
  }
  for (const { id, near } of kept.texts) {
    const text = texts.get(id);
    for (const other of near.flatMap((name) => texts.get(name) ?? []))
      if (text) text.near.push({ id: other.id, cosine: cosineOf(text.vector, other.vector) });
  }

  return {
    add(id, terms) {
      const text = take(id, terms, space.size());
      eachOther(text, (other, cosine) => {
        putNear(text.near, { id: other.id, cosine });
        putNear(other.near, { id, cosine });
      });
      holders.hold(text.number, text.vector);
    },

    remove(...ids) {
      for (const gone of ids.flatMap((id) => texts.get(id) ?? [])) {
        texts.delete(gone.id);
        byNumber[gone.number] = undefined;
        holders.release(gone.number, gone.vector);
      }
      for (const text of texts.values()) {
        const staying = text.near.filter(({ id }) => texts.has(id));
        if (staying.length === text.near.length) continue;
        // A list that had room holds all that are near enough.
        if (!isFull(text.near)) text.near = staying;
        else {
          text.near = [];
          eachOther(text, (other, cosine) => putNear(text.near, { id: other.id, cosine }));
        }
      }
    },

    vectorOf: (id) => texts.get(id)?.vector,

    mutual: (wanted) =>
      [...texts.values()].flatMap(({ id: a, near }) =>
        near.flatMap(({ id: b, cosine }) =>
          cosine >= wanted && a < b && isNear(texts.get(b), a) ? [{ a, b, cosine }] : [],
        ),
      ),

    kept: () =>
      [...texts.values()].map(({ id, known, near }) => ({ id, known, near: near.map((one) => one.id) })),
  };
};
