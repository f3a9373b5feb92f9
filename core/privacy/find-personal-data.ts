import { findBankAccounts } from './find-bank-accounts.ts';
import { findEmails } from './find-emails.ts';
import { findKnownNames } from './find-known-names.ts';
import { findNames } from './find-names.ts';
import { findNetworkAddresses } from './find-network-addresses.ts';
import { findPaymentCards } from './find-payment-cards.ts';
import { findPhones } from './find-phones.ts';
import { findSerials } from './find-serials.ts';
import { findUserNames } from './find-user-names.ts';
import type { PersonalData } from './personal-data.ts';
import { seenText } from './seen-text.ts';

/** What is known beforehand: names or e-mail addresses of the people of the case. */
export type KnownPeople = { readonly names?: readonly string[] | undefined };

/** Surest first: where two overlap, the first gives its kind. */
const FINDERS = [
  findEmails,
  findBankAccounts,
  findPaymentCards,
  findSerials,
  findUserNames,
  findNetworkAddresses,
  findPhones,
  findNames,
] as const;

/**
 * Personal data in a text, in its order, none overlapping: e-mail addresses, telephone numbers, IBANs and payment cards
 * (with checksums), public IP addresses, user names in paths, serial numbers that are called so, and names of people by
 * where they stand. Also where invisible or ornate characters hide it. Its work grows with the length of the text.
 */
export const findPersonalData = (text: string, { names = [] }: KnownPeople = {}): readonly PersonalData[] => {
  const seen = seenText(text);
  const found = FINDERS.flatMap((find) => find(seen.text));
  const betrayed = found
    .filter(({ kind }) => kind === 'email' || kind === 'name')
    .map(({ start, end }) => seen.text.slice(start, end));
  return merged([...found, ...findKnownNames(seen.text, [...names, ...betrayed])]).map(
    ({ start, end, kind }) => {
      const [from, to] = seen.original(start, end);
      return { start: from, end: to, kind };
    },
  );
};

/** Overlapping finds become one, of the kind of the one that begins first. */
const merged = (found: readonly PersonalData[]): readonly PersonalData[] => {
  const all: PersonalData[] = [];
  for (const one of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = all.at(-1);
    if (last === undefined || one.start >= last.end) all.push(one);
    else if (one.end > last.end) all[all.length - 1] = { ...last, end: one.end };
  }
  return all;
};
