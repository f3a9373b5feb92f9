import { harmless, widthOf } from './terminal.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

const plain = (html: string): string =>
  harmless(html.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity));

/** A snippet of HTML as a line of text, its matches painted word by word, so that lines can break inside them. */
const paintedSnippet = (html: string, highlight: (word: string) => string): string =>
  html
    .split(/(<mark>.*?<\/mark>)/s)
    .map((part) => {
      const match = /^<mark>(.*)<\/mark>$/s.exec(part);
      return match ? plain(match[1] ?? '').replaceAll(/\S+/g, highlight) : plain(part);
    })
    .join('');

/** Text as lines of at most so many columns, broken between words. */
const wrapped = (text: string, columns: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
};

/** A snippet of a search as lines of a terminal. */
export const snippetLines = (
  html: string,
  columns: number,
  highlight: (word: string) => string,
): readonly string[] => wrapped(paintedSnippet(html, highlight), columns);
