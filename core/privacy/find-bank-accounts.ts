import type { PersonalData } from './personal-data.ts';

/** Lengths of IBANs by country (SWIFT registry). */
const LENGTHS = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24
  FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21
  LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22
  RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))] as const),
);
const START = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?=[ -]?[A-Z0-9])/giu;
/** The longest IBAN with a space after each four. */
const WIDEST = 44;

/** ISO 13616: four characters moved to the end, letters as numbers, modulo 97 is 1. */
const checks = (iban: string): boolean => {
  const moved = iban.slice(4) + iban.slice(0, 4);
  const remainder = Array.from(moved).reduce((rest, character) => {
    const value = Number.parseInt(character, 36);
    return (rest * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
  return remainder === 1;
};

/** Bank accounts written as IBAN, in one piece or in groups: length of the country and checksum must be right. */
export const findBankAccounts = (text: string): readonly PersonalData[] =>
  [...text.matchAll(START)].flatMap(({ 0: head, index }): readonly PersonalData[] => {
    const length = LENGTHS.get(head.slice(0, 2).toUpperCase());
    if (length === undefined) return [];
    const { iban, end } = taken(text.slice(index, index + WIDEST), length);
    return iban.length === length && checks(iban) ? [{ start: index, end: index + end, kind: 'iban' }] : [];
  });

/** As many letters and digits as asked for, over single spaces and dashes. */
const taken = (text: string, length: number): { iban: string; end: number } => {
  const [piece = ''] =
    new RegExp(`^(?:[A-Z0-9][ -]?){${length - 1}}[A-Z0-9](?![A-Z0-9])`, 'i').exec(text) ?? [];
  return { iban: piece.replaceAll(/[ -]/g, '').toUpperCase(), end: piece.length };
};
