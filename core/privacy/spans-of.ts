import type { PersonalData, PersonalDataKind } from './personal-data.ts';

/** The matches of a pattern as personal data: its group `it` where it has one, else all of it. Needs the flags `d` and `g`. */
export const spansOf = (
  text: string,
  pattern: RegExp,
  kind: PersonalDataKind,
  holds: (found: string, match: RegExpExecArray) => boolean = () => true,
): readonly PersonalData[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const [start, end] = match.indices?.groups?.['it'] ?? match.indices?.[0] ?? [0, 0];
    return holds(text.slice(start, end), match) ? [{ start, end, kind }] : [];
  });
