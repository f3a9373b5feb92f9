/** A text as a reader sees it, and how its places map to the original. */
export type SeenText = {
  readonly text: string;
  /** Where what stands from `start` to before `end` stands in the original. */
  readonly original: (start: number, end: number) => readonly [number, number];
};

const PLAIN = /^[\n\r\t -~]*$/;
/** Format characters (zero width, direction, soft hyphen, tags), fillers and variation selectors: nobody sees them. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

/** What a reader sees: without invisible characters, and wide or ornate letters and digits as plain ones. */
export const seenText = (text: string): SeenText => {
  if (PLAIN.test(text)) return { text, original: (start, end) => [start, end] };
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let place = 0;
  for (const character of text) {
    const next = place + character.length;
    const seen = character < '\u0080' ? character : UNSEEN.test(character) ? '' : character.normalize('NFKC');
    parts.push(seen);
    for (let unit = 0; unit < seen.length; unit += 1) {
      starts.push(place);
      ends.push(next);
    }
    place = next;
  }
  return {
    text: parts.join(''),
    original: (start, end) => [starts[start] ?? text.length, ends[end - 1] ?? text.length],
  };
};
