/** A line of a text, by the places of its first character and of the one after its last. */
export type Line = { readonly start: number; readonly end: number };

const LINE = /[^\r\n]+/gu;
const QUOTED = /^\s*>/u;
/** From here on a mail repeats another one, or is a signature. */
const END_OF_OWN =
  /^(?:-- ?|_{5,}|-{3,} ?(?:original message|forwarded message|ursprüngliche nachricht) ?-{3,}|on .{5,80} wrote:|am .{5,80} schrieb.{0,80}:|(?:from|von): .+)$/iu;
const SIGN_OFF =
  /^(?:(?:kind|best|warm|many) )*(?:regards|wishes|thanks|thank you|greetings|sincerely|cheers|rgds|br|mfg|lg|viele grüße|(?:mit )?(?:freundlichen|besten) grüßen)\b.{0,60}$/iu;
/** A signature is at most this long. */
const LAST_LINES = 6;
const FENCE = /^\s*(?:```|~~~)/u;

/**
 * The lines of a text that its writer wrote about the matter: no quoted mail, no signature. What stands between the
 * fences of a code block stays; the fences go.
 */
export const ownLines = (body: string): readonly Line[] => {
  const lines = [...body.matchAll(LINE)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
    line: line.trim(),
  }));
  const own = lines.slice(
    0,
    firstOr(lines, ({ line }) => END_OF_OWN.test(line)),
  );
  const late = Math.max(0, own.length - LAST_LINES);
  const signed = firstOr(own, ({ line }, place) => place >= late && SIGN_OFF.test(line));
  return own
    .slice(0, signed)
    .filter(({ line }) => line !== '' && !QUOTED.test(line) && !FENCE.test(line))
    .map(({ start, end }) => ({ start, end }));
};

const firstOr = <Item>(items: readonly Item[], is: (item: Item, place: number) => boolean): number => {
  const found = items.findIndex(is);
  return found === -1 ? items.length : found;
};
