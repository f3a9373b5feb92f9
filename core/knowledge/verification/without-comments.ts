const OPEN = '<!--';
const CLOSE = '-->';

/** A text without comments of HTML, which nobody sees: a line's end stands for each. An open one is none. */
export const withoutComments = (text: string): string => {
  const parts: string[] = [];
  let from = 0;
  for (let open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
    const close = text.indexOf(CLOSE, open + OPEN.length);
    if (close < 0) break;
    parts.push(text.slice(from, open));
    from = close + CLOSE.length;
  }
  return [...parts, text.slice(from)].join('\n');
};
