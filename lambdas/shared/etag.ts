import { DomainError } from '#core/domain-error.ts';

/** The strong entity tag of a version (RFC 9110 section 8.8.3). */
export const etagOf = (version: number): string => `"${version}"`;

/**
 * The version that an `If-Match` header demands; undefined when there is no header or it is `*`.
 * A tag that is none of ours matches no version, as RFC 9110 section 13.1.1 says.
 */
export const ifMatchVersion = (header: string | undefined): number | undefined => {
  if (header === undefined || header.trim() === '*') return undefined;
  const version = /^\s*"(\d{1,15})"\s*$/.exec(header)?.[1];
  if (version === undefined)
    throw new DomainError('version_mismatch', 'If-Match names no version of this resource');
  return Number(version);
};
