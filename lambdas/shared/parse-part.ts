import type * as z from 'zod';
import { DomainError, type FieldError } from '#core/domain-error.ts';

/** A place in a document as a JSON pointer (RFC 6901). */
const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** One error a field; an unknown field is named itself, not the object that holds it. */
const fieldErrors = (issue: z.core.$ZodIssue): readonly FieldError[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ path: pointer([...issue.path, key]), message: 'unknown field' }))
    : [{ path: pointer(issue.path), message: issue.message }];

/** Parses one part of a request, or refuses with `code`, naming every field at fault. */
export const parsePart = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  code: 'malformed_request' | 'invalid_request',
): z.infer<Schema> => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap(fieldErrors);
  const detail = errors.map(({ path, message }) => `${path || 'the body'}: ${message}`).join('; ');
  throw new DomainError(code, detail.slice(0, 1_000), { errors });
};
