import type { PersonalData } from './personal-data.ts';
import { spansOf } from './spans-of.ts';

const V4 = /(?<![\p{L}\p{N}.-])\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\p{N}-]|\.\p{N})/dgu;
const V6 = /(?<![\p{L}\p{N}:.])[23][0-9a-f]{3}(?::[0-9a-f]{0,4}){2,7}(?![\p{L}\p{N}:])/dgiu;
/** Networks that are nobody's: this, private, shared, loopback, link-local, test, benchmark, multicast and above; RFC 6890. */
const NOBODYS =
  /^(?:0|10|127|22[4-9]|2[345]\d)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^192\.0\.[02]\.|^198\.(?:1[89]|51)\.|^203\.0\.113\./;
/** Resolvers that everybody names. */
const WELL_KNOWN = new Set(
  '8.8.8.8 8.8.4.4 1.1.1.1 1.0.0.1 9.9.9.9 149.112.112.112 208.67.222.222 208.67.220.220'.split(' '),
);
/** Words before a number of four parts that make it a version. */
const VERSION =
  /(?:version|firmware|fw|bios|uefi|bmc|build|release|driver|update|v|to|from)\.?[ :=v]{0,3}$/iu;
const DOCUMENTATION = /^2001:0?db8:/i;

/**
 * Public addresses, which may be one person's line. Addresses of private networks and well-known resolvers are technical
 * and stay; a number of four parts after a word like `firmware` is a version.
 */
export const findNetworkAddresses = (text: string): readonly PersonalData[] => [
  ...spansOf(
    text,
    V4,
    'ip',
    (found, { index }) =>
      found.split('.').every((part) => Number(part) < 256) &&
      !NOBODYS.test(found) &&
      !WELL_KNOWN.has(found) &&
      !VERSION.test(text.slice(Math.max(0, index - 20), index)),
  ),
  ...spansOf(text, V6, 'ip', (found) => !DOCUMENTATION.test(found) && isWhole(found)),
];

/** Eight groups, or fewer with one `::`. */
const isWhole = (address: string): boolean =>
  address.includes('::')
    ? address.indexOf('::') === address.lastIndexOf('::')
    : address.split(':').length === 8;
