/** Conditions on passages, all of which must hold; a list means any of its values, an absent field means any. */
export type PassageFilters = {
  readonly category?: readonly string[] | undefined;
  readonly product?: readonly string[] | undefined;
  readonly status?: readonly string[] | undefined;
  readonly audience?: readonly string[] | undefined;
  readonly customer?: readonly string[] | undefined;
  /** Of what has a state, only what is in one of these is found; cases have none and are not asked. */
  readonly states?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Bounds of times, inclusive, ISO 8601 UTC with milliseconds. */
  readonly createdFrom?: string | undefined;
  readonly createdTo?: string | undefined;
  readonly updatedFrom?: string | undefined;
  readonly updatedTo?: string | undefined;
};
