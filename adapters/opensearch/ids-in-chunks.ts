import type { PassageKind } from '#core/search/passage.ts';

/** Ids of one kind and tenant that a search asks for. */
export type AskedIds = {
  readonly tenant: string;
  readonly kind: PassageKind;
  readonly ids: readonly string[];
};

/** Ids of one search; an index answers 10,000 hits at most. */
const MOST_IDS = 1_000;

/** Ids in as many searches as they need. */
export const idsInChunks = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, n) =>
    ids.slice(n * MOST_IDS, (n + 1) * MOST_IDS),
  );
