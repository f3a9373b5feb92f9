/** Words that some renderers turn into links, whatever is escaped in them. */
const LINK_LIKE = /(?:[a-z][a-z\d+.-]{1,30}:\/\/|www\.|mailto:|xmpp:)\S+|(?<!\S)[^\s@]+@[^\s@]+\.\S+/giu;
const MARKUP = /[\\`*[\]<>&|~$]|(?<![\p{L}\p{M}\d])_|_(?![\p{L}\p{M}\d])/gu;
/** What makes a heading, a list or a rule at the head of a line. */
const HEAD = /^(?<marker>#{1,6}(?=\s|$)|[-+=:](?=[\s=:-]|$)|\d{1,9}(?=[.)](?:\s|$)))/u;
const BACKTICKS = /`+/gu;

/**
 * Plain text as Markdown that shows it on one line and does nothing: no link, no picture, no HTML, no heading, no list,
 * no code that runs. What looks like an address becomes a code span, which no renderer links.
 */
export const markdownOf = (text: string): string => {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  let shown = '';
  let from = 0;
  for (const { index, 0: address } of line.matchAll(LINK_LIKE)) {
    shown += escaped(line.slice(from, index)) + codeSpan(address);
    from = index + address.length;
  }
  return headless(shown + escaped(line.slice(from)));
};

const escaped = (text: string): string => text.replaceAll(MARKUP, (character) => `\\${character}`);

/** Fences longer than any run of backticks inside. */
const codeSpan = (text: string): string => {
  const longest = Math.max(0, ...(text.match(BACKTICKS) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? fence + text + fence : `${fence} ${text} ${fence}`;
};

const headless = (line: string): string =>
  line.replace(HEAD, (marker) => (/^\d/u.test(marker) ? `${marker}\\` : `\\${marker}`));
