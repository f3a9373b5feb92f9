import type { Hasher } from '#core/ports/hasher.ts';
import { DomainError } from '#core/domain-error.ts';

/** Base64url of `{"o":offset,"q":fingerprint}`. */
const SHAPE = /^\{"o":(\d{1,6}),"q":"([0-9a-f]{16})"\}$/;

/** A place in the ordered candidates of one search; `fingerprint` is a short mark of what is searched. */
export type SearchPlace = { readonly fingerprint: string; readonly offset: number };

/** A cursor that goes on at this place. */
export const writeSearchCursor = ({ fingerprint, offset }: SearchPlace): string =>
  btoa(JSON.stringify({ o: offset, q: fingerprint }))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const decoded = (cursor: string): string | undefined => {
  if (!/^[\w-]+$/.test(cursor) || cursor.length % 4 === 1) return undefined;
  return atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
};

/** What is asked of one tenant, whole, and the cursor with which the caller goes on. */
type Asked = { readonly tenant: string; readonly search: unknown; readonly cursor: string | undefined };

/** Where a search goes on, from its beginning without a cursor; a cursor that is broken or of another search is `malformed_request`. */
export const readSearchPlace = (hasher: Hasher, { tenant, search, cursor }: Asked): SearchPlace => {
  const fingerprint = hasher.sha256(JSON.stringify([tenant, search])).slice(0, 16);
  if (cursor === undefined) return { fingerprint, offset: 0 };
  const [, offset, owner] = SHAPE.exec(decoded(cursor) ?? '') ?? [];
  if (offset === undefined || owner !== fingerprint) {
    throw new DomainError('malformed_request', 'the cursor is not one of this search', {
      errors: [{ path: '/cursor', message: 'not a cursor of this search' }],
    });
  }
  return { fingerprint, offset: Number(offset) };
};
