import { putNear, type Near } from './nearest-list.ts';
import { termHolders } from './term-holders.ts';
import type { TermSpace, TermVector } from './term-space.ts';

/** Two texts that are among each other's nearest, `a` before `b`. */
export type Edge = { readonly a: string; readonly b: string; readonly cosine: number };

/** Texts and the nearest others of each. */
export type NeighbourGraph = {
  /** Adds a text that is not there; only the lists of those that share a term with it change. */
  readonly add: (id: string, terms: readonly string[]) => void;
  /** Takes a text out; only the lists that it stood in are made anew. */
  readonly remove: (id: string) => void;
  /** The vector of a text that is there. */
  readonly vectorOf: (id: string) => TermVector | undefined;
  /** Pairs that stand in each other's lists with at least this cosine, each once. */
  readonly mutual: (least: number) => readonly Edge[];
};

type Text = { readonly id: string; readonly number: number; readonly vector: TermVector; near: Near[] };

/** Keeps the nearest texts of each by the cosine of their terms; they are found through the terms that they share. */
export const neighbourGraph = (space: TermSpace): NeighbourGraph => {
  const texts = new Map<string, Text>();
  const byNumber: Text[] = [];
  const holders = termHolders();

  const eachOther = ({ number, vector }: Text, found: (other: Text, cosine: number) => void): void =>
    holders.eachSharing(vector, (sharing, cosine) => {
      const other = byNumber[sharing];
      if (other && sharing !== number) found(other, cosine);
    });
  const isNear = (text: Text | undefined, id: string): boolean =>
    text?.near.some((near) => near.id === id) === true;

  return {
    add(id, terms) {
      const text: Text = { id, number: byNumber.length, vector: space.vector(terms), near: [] };
      eachOther(text, (other, cosine) => {
        putNear(text.near, { id: other.id, cosine });
        putNear(other.near, { id, cosine });
      });
      texts.set(id, text);
      byNumber.push(text);
      holders.hold(text.number, text.vector);
    },

    remove(id) {
      const gone = texts.get(id);
      if (!gone) return;
      texts.delete(id);
      holders.release(gone.number, gone.vector);
      for (const text of texts.values()) {
        if (!isNear(text, id)) continue;
        text.near = [];
        eachOther(text, (other, cosine) => putNear(text.near, { id: other.id, cosine }));
      }
    },

    vectorOf: (id) => texts.get(id)?.vector,

    mutual: (least) =>
      [...texts.values()].flatMap(({ id: a, near }) =>
        near.flatMap(({ id: b, cosine }) =>
          cosine >= least && a < b && isNear(texts.get(b), a) ? [{ a, b, cosine }] : [],
        ),
      ),
  };
};
