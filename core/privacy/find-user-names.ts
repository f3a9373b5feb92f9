import type { PersonalData } from './personal-data.ts';
import { spansOf } from './spans-of.ts';

/** Folders of people on Unix and Windows. */
const HOME =
  /(?:\/home\/|\/Users\/|[A-Z]:[\\/]{1,2}Users[\\/]{1,2}|\\Users\\|Documents and Settings\\)(?<it>[\p{L}\p{N}._-]{1,64})/dgiu;
/** `user: asmith`, `login=asmith`. */
const LOGIN =
  /(?<![\p{L}\p{N}])(?:user ?name|user ?id|login ?name|login|user|upn|benutzer(?:name)?)[ \t]{0,2}[:=][ \t]{0,2}["'`]?(?:[\p{L}\p{N}-]{1,30}\\)?(?<it>[\p{L}\p{N}._-]{2,64})/dgiu;
/** Accounts that are nobody's. */
const NOBODYS = new Set(
  `admin administrator root user users username user_name name public default guest all shared everyone system service
  anonymous ubuntu debian centos ec2-user opc pi vagrant docker git www www-data nobody postgres mysql oracle sa test
  demo example operator support backup jenkins runner build none null unknown local true false yes no n`.split(
    /\s+/,
  ),
);

/** Names of users in paths and in log lines; accounts that every machine has are nobody's. */
export const findUserNames = (text: string): readonly PersonalData[] =>
  [HOME, LOGIN].flatMap((pattern) =>
    spansOf(
      text,
      pattern,
      'user',
      (found) => !NOBODYS.has(found.toLowerCase().replace(/[.]+$/, '')) && /\p{L}/u.test(found),
    ),
  );
