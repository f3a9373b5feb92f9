import { folded } from './folded.ts';

const TRIMMED = /^[\s("'`“”„‚‘’«»<[{*_,;:!?]+|[\s)"'`“”„‘’«».,;:!?>\]}*_…]+$/gu;
const UNITS =
  '%|°c|°f|°|ms|s|sec|secs|seconds?|min|mins|minutes?|h|hrs?|hours?|d|days?|weeks?|months?|years?|yrs?|v|mv|kv|w|kw|va|kva|a|ma|ah|mah|hz|khz|mhz|ghz|b|kb|mb|gb|tb|pb|kib|mib|gib|tib|bits?|bytes?|[kmg]?bit\\/s|[kmg]?bps|[kmg]b\\/s|rpm|mm|cm|m|km|in|inch|kg|g|db|dbm|nm|percent|times|x|u|c|f|k|ohms?|pins?|cores?|hosts?|disks?|drives?|ports?';
const NUMBER = /^[+-]?\p{N}+(?:[.,]\p{N}+)*$/u;
const JOINED = new RegExp(`^(?<number>[+-]?\\p{N}+(?:[.,]\\p{N}+)*)(?<unit>${UNITS})$`, 'iu');
const UNIT = new RegExp(`^(?:${UNITS})$`, 'iu');
/** What makes a piece of text a thing of its own: digits, signs of paths and commands, points inside, capitals inside. */
const LITERAL = /\p{N}|[_/\\=@#$%&+|~^<>{}]|[\p{L}\p{N}][.:][\p{L}\p{N}]|^--?[\p{L}]|\p{Ll}\p{Lu}/u;
const SPAN = /`(?<code>[^`\n]{1,500})`|["“„](?<said>[^"“”„\n]{2,500})["”“]/gu;
const SAYS = /[\p{L}\p{N}]/u;

const pieces = (text: string): readonly string[] =>
  folded(text)
    .split(' ')
    .map((piece) => piece.replaceAll(TRIMMED, ''))
    .filter((piece) => SAYS.test(piece));

/** A number and its unit, which stand together in one piece or in two. */
const measures = (all: readonly string[]): readonly string[] =>
  all.flatMap((piece, n) => {
    const { number, unit } = JOINED.exec(piece)?.groups ?? {};
    if (number !== undefined && unit !== undefined) return [`${number} ${unit.toLowerCase()}`];
    const next = all[n + 1] ?? '';
    return NUMBER.test(piece) && UNIT.test(next) ? [`${piece} ${next.toLowerCase()}`] : [];
  });

const isMeasure = (piece: string): boolean => JOINED.test(piece);

/**
 * What a text says that must not be made up, each once: numbers (with their unit), versions, codes, paths, commands,
 * addresses, host names, identifiers. Taken whole: `10` is none of the literals of `100`, nor of `10.5`.
 */
export const literalsOf = (text: string): ReadonlySet<string> => {
  const all = pieces(text);
  return new Set([...all.filter((piece) => LITERAL.test(piece) && !isMeasure(piece)), ...measures(all)]);
};

/** The same of a source, where a number with a unit also stands for the number. */
export const literalsOfSource = (text: string): ReadonlySet<string> => {
  const own = literalsOf(text);
  return new Set([...own, ...Array.from(own, (literal) => literal.split(' ')[0] ?? literal)]);
};

/** What a text puts between backticks or quotation marks, which must stand in a source as a whole. */
export const spansSaid = (text: string): readonly string[] =>
  Array.from(text.matchAll(SPAN), ({ groups }) => folded(groups?.['code'] ?? groups?.['said'] ?? '')).filter(
    (span) => SAYS.test(span),
  );
