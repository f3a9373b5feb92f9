const MICRO = 1_000_000;

/** Millionths of a US dollar as dollars. */
export const usdOf = (microUsd: number): number => microUsd / MICRO;

/** Dollars as whole millionths. */
export const microUsdOf = (usd: number): number => Math.round(usd * MICRO);
