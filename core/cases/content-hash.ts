import type { Hasher } from '#core/ports/hasher.ts';

/** JSON with the keys of every object in order, so that equal content is equal text. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** The hash by which a changed record is told from an unchanged one; dates of change are not content. */
export const contentHash = (hasher: Hasher, content: object): string => hasher.sha256(canonical(content));
