/** A sum of what was measured; nothing counts as 0. */
export const sumOf = (values: readonly (number | undefined)[]): number =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

/** The highest of what was measured; null when nothing was. */
export const highestOf = (values: readonly (number | undefined)[]): number | null => {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? null : Math.max(...known);
};

/** A share in percent, 0 where there is no whole, to two decimals. */
export const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : rounded((100 * part) / whole);

/** A number to two decimals; null for nothing. */
export const roundedOrNull = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : rounded(value);

/** A number to two decimals. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;
