import type { PassageKey, PassageKind } from '#core/search/passage.ts';

/** What a hit says of its passage. */
export type PassageCard = PassageKey & { readonly version: number; readonly updatedAt: string };

/** The columns of a card as a row has them; all null for what is gone. */
export type CardRow = {
  readonly kind: PassageKind | null;
  readonly id: string | null;
  readonly version: number | null;
  readonly updatedAt: string | null;
};

/** The cards of a tenant's passages, in memory, by the number of their row: some 60 bytes each. */
export type PassageCards = {
  readonly put: (number: number, row: CardRow) => void;
  /** The card of a row; undefined for what is gone. */
  readonly read: (number: number) => PassageCard | undefined;
};

/** Makes empty cards. Columns, since 100,000 objects would take five times the memory. */
export const passageCards = (): PassageCards => {
  const kinds: (PassageKind | undefined)[] = [];
  const ids: (string | undefined)[] = [];
  const versions: number[] = [];
  const times: number[] = [];

  return {
    put(number, { kind, id, version, updatedAt }) {
      kinds[number] = kind ?? undefined;
      ids[number] = id ?? undefined;
      versions[number] = version ?? 0;
      times[number] = Date.parse(updatedAt ?? '');
    },
    read(number) {
      const [kind, id] = [kinds[number], ids[number]];
      if (kind === undefined || id === undefined) return undefined;
      const updatedAt = new Date(times[number] ?? Number.NaN).toISOString();
      return { kind, id, version: versions[number] ?? 0, updatedAt };
    },
  };
};
