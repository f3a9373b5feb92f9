import * as z from 'zod';
import { isWellFormed } from './well-formed.ts';

const withoutNulls = (value: string): string => (value.includes('\0') ? value.replaceAll('\0', '') : value);

/** A text of at most `most` characters as JavaScript counts them (zod counts code points), free of lone surrogates and null characters. */
export const text = (most: number) =>
  z
    .string()
    .refine(isWellFormed, { message: 'has a lone surrogate', params: { reason: 'invalid_encoding' } })
    .transform(withoutNulls)
    .refine((value) => value.length <= most, {
      message: `is longer than ${most} characters`,
      params: { reason: 'over_limit' },
    })
    .meta({ maxLength: most });

/** Most characters of a short field: names, codes, categories, tags. */
export const SHORT = 200;

/** A short field. */
export const shortText = text(SHORT);
