import { plainStatement } from './plain-statement.ts';

/** What begins a list item or a quotation; at most three deep, as articles are. */
const LEAD = /^\s{0,12}(?:(?:[-*+]|\d{1,9}[.)])\s+|>\s?)/;
const HEADING = /^\s{0,3}#{1,6}(?:\s|$)/;
const FENCE = /^\s{0,3}(?:```|~~~)/;

/** A paragraph or a list item of an article. */
export type ArticleStatement = {
  /** As a reader sees it, on one line; by this statements are compared. */
  readonly text: string;
  /** As it stands there, without the sign of a list. */
  readonly markdown: string;
};

/** The statements of a Markdown text in their order, each paragraph and each list item one; headings are none. */
export const statementsOf = (markdown: string): readonly ArticleStatement[] => {
  const blocks: string[][] = [];
  let open = false;
  for (const line of markdown.split('\n')) {
    if (line.trim() === '' || HEADING.test(line) || FENCE.test(line)) open = false;
    else if (open && !LEAD.test(line)) blocks.at(-1)?.push(line);
    else {
      blocks.push([line.replace(LEAD, '')]);
      open = true;
    }
  }
  return blocks
    .map((lines) => ({ markdown: lines.join('\n'), text: plainStatement(lines.join(' ')) }))
    .filter(({ text }) => text !== '');
};
