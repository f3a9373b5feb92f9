import type { Removal } from '#core/ports/search-index.ts';
import type { Passage } from '#core/search/passage.ts';
import { titleKey } from '#core/search/title-key.ts';

/** Digits that tell every float32 from its neighbours; more would only be sent. */
const FLOAT32_DIGITS = 9;

const shortest = (vector: Float32Array): readonly number[] =>
  Array.from(vector, (value) => Number(value.toPrecision(FLOAT32_DIGITS)));

/** A passage as its document; absent fields are absent there, too. */
export const passageDocument = ({ vector, createdAt, updatedAt, ...passage }: Passage) => ({
  ...passage,
  removed: false,
  title_key: titleKey(passage.title),
  created_at: createdAt,
  updated_at: updatedAt,
  vector: vector && shortest(vector),
});

/** What is left of a passage that was removed: its version, against late writes. */
export const tombstoneDocument = ({ tenant, kind, id, version }: Removal) => ({
  tenant,
  kind,
  id,
  version,
  removed: true,
});
