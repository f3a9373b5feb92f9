import type { Hasher } from '#core/ports/hasher.ts';

/** A case that evidence rests on, by what it says. */
export type EvidencePart = { readonly id: string; readonly contentHash: string };

/** The hash of a pattern's cases and what they say, whatever their order; another one means other evidence. */
export const evidenceHash = (hasher: Hasher, parts: readonly EvidencePart[]): string =>
  hasher.sha256(
    JSON.stringify(
      parts
        .map(({ id, contentHash }) => [id, contentHash])
        .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    ),
  );
