import type { PersonalData } from './personal-data.ts';
import { spansOf } from './spans-of.ts';

// Lengths are those of RFC 5321, so that a text without end costs no more than its length.
/** Begins at the @, so that the work is bounded by how many there are. */
const ADDRESS =
  /(?<=(?<local>[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}))@(?:[\p{L}\p{M}\p{N}-]{1,63}\.){1,8}[\p{L}\p{M}\p{N}-]{2,63}/gu;
/** `anna (at) example (dot) com`, as people write it who fear robots. */
const SPELLED =
  /(?<![\p{L}\p{N}.+-])[\p{L}\p{N}.+-]{1,64} ?[[({<] ?(?:at|@) ?[\])}>] ?(?:[\p{L}\p{N}-]{1,63} ?(?:\.|[[({<] ?(?:dot|\.) ?[\])}>]) ?){1,4}\p{L}{2,24}/dgiu;
/** Characters that may stand before an address without being part of it. */
const LEADING = /^[.!#$%&'*/=?^`{|}~-]+/u;

/** E-mail addresses, also those without ASCII and those with the @ spelled out. */
export const findEmails = (text: string): readonly PersonalData[] => [
  ...[...text.matchAll(ADDRESS)].map((match): PersonalData => {
    const local = (match.groups?.['local'] ?? '').replace(LEADING, '');
    const end = match.index + match[0].length;
    return { start: match.index - local.length, end, kind: 'email' };
  }),
  ...spansOf(text, SPELLED, 'email'),
];
