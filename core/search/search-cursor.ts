import type { Hasher } from '#core/ports/hasher.ts';
import { DomainError } from '#core/domain-error.ts';

/** Base64url of `{"o":offset,"q":fingerprint}`. */
const SHAPE = /^\{"o":(\d{1,6}),"q":"([0-9a-f]{16})"\}$/;

/** A short mark of what is searched, so that a cursor works only where it came from. */
export const searchFingerprint = (hasher: Hasher, tenant: string, search: unknown): string =>
  hasher.sha256(JSON.stringify([tenant, search])).slice(0, 16);

/** A cursor that goes on at `offset` of the ordered candidates of one search. */
export const writeSearchCursor = (fingerprint: string, offset: number): string =>
  btoa(JSON.stringify({ o: offset, q: fingerprint }))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const decoded = (cursor: string): string | undefined => {
  if (!/^[\w-]+$/.test(cursor) || cursor.length % 4 === 1) return undefined;
  return atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
};

/** The offset of a cursor, 0 without one; one that is broken or of another search is `malformed_request`. */
export const readSearchCursor = (fingerprint: string, cursor: string | undefined): number => {
  if (cursor === undefined) return 0;
  const [, offset, owner] = SHAPE.exec(decoded(cursor) ?? '') ?? [];
  if (offset === undefined || owner !== fingerprint) {
    throw new DomainError('malformed_request', 'the cursor is not one of this search', {
      errors: [{ path: '/cursor', message: 'not a cursor of this search' }],
    });
  }
  return Number(offset);
};
