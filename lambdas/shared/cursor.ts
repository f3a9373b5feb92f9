import type * as z from 'zod';
import { DomainError } from '#core/domain-error.ts';

/** A cursor as clients carry it: opaque text around a small JSON value. */
export const writeCursor = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

const refused = (cause: unknown): DomainError =>
  new DomainError('malformed_request', 'the cursor is not one of this list', {
    errors: [{ path: '/cursor', message: 'not a cursor of this list' }],
    cause,
  });

/** Reads a cursor of ours; anything else, or one that does not belong here, is `malformed_request`. */
export const readCursor = <Schema extends z.ZodType>(schema: Schema, text: string): z.infer<Schema> => {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch (cause) {
    throw refused(cause);
  }
  const result = schema.safeParse(value);
  if (!result.success) throw refused(result.error);
  return result.data;
};
