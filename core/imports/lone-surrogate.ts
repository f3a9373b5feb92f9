import { isWellFormed } from '#contracts/well-formed.ts';

/** UTF-8 holds no lone surrogate, so only an escape of JSON can bring one in. */
const MAY_HOLD_ONE = /\\u[dD][89a-fA-F]/;

/** The first column of a line with a lone surrogate in its name or value; undefined when there is none. */
export const loneSurrogateIn = (
  text: string,
  record: Readonly<Record<string, unknown>>,
): string | undefined =>
  MAY_HOLD_ONE.test(text)
    ? Object.entries(record)
        .find((column) => !isWellFormed(column))?.[0]
        .toWellFormed()
    : undefined;
