import type { HybridSearch, SearchResult } from '#client/operations.ts';
import { CliError } from '../cli-error.ts';
import type { Command, Options } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { count } from '../numbers.ts';
import { snippetLines } from '../snippet-lines.ts';
import { harmless, type Terminal } from '../terminal.ts';

const limitOf = ({ limit }: Options): number => {
  const value = limit === undefined ? 10 : Number(limit);
  if (Number.isInteger(value) && value >= 1 && value <= 100) return value;
  throw new CliError(EXIT.usage, 'usage', '--limit takes a whole number from 1 to 100');
};

/** Given filters as the API takes them; it says which it does not like. */
const wishOf = (query: string, options: Options): HybridSearch => {
  const { type, category, product, status } = options;
  const wish: unknown = {
    query,
    limit: limitOf(options),
    types: type,
    filters: { category, product, status },
  };
  return JSON.parse(JSON.stringify(wish));
};

const showResult = (terminal: Terminal, place: number, result: SearchResult): void => {
  const { id, type, title, snippet, score, category, product, updated_at: changed } = result;
  const number = `${String(place).padStart(2)}. `;
  const about = [
    type === 'case' ? '' : type,
    harmless(id),
    category,
    product,
    changed.slice(0, 10),
    `score ${score.toFixed(2)}`,
  ]
    .filter((part) => part !== null && part !== '')
    .map((part) => harmless(part ?? ''));
  terminal.print(`${number}${terminal.paint('bold', harmless(title ?? '(without a title)'))}`);
  for (const line of snippetLines(snippet, terminal.columns - 5, (word) => terminal.paint('yellow', word)))
    terminal.print(`    ${line}`);
  terminal.print(`    ${terminal.paint('dim', about.join(' · '))}`);
  terminal.print();
};

/** Searches by keyword and meaning. */
export const searchCommand: Command = {
  synopsis: 'search WORDS',
  summary: 'search by keyword and by meaning',
  words: { least: 1, most: Number.POSITIVE_INFINITY },
  options: {
    limit: { type: 'value', summary: 'how many results, 1 to 100 (10)' },
    type: { type: 'value', summary: 'case, article or document; may be given several times' },
    category: { type: 'value', summary: 'only of this category' },
    product: { type: 'value', summary: 'only of this product' },
    status: { type: 'value', summary: 'only of this status' },
  },
  async run({ words, options, terminal, session, json }) {
    const { body } = await session.client.call('searchHybrid', { body: wishOf(words.join(' '), options) });
    if (json) {
      terminal.print(JSON.stringify(body));
      return EXIT.ok;
    }
    for (const [index, result] of body.results.entries()) showResult(terminal, index + 1, result);
    const found =
      body.results.length === 0 ? 'Nothing found' : `${body.results.length} of ${count(body.total)}`;
    terminal.print(terminal.paint('dim', `${found} in ${body.took_ms.toFixed(1)} ms`));
    if (body.message !== undefined) terminal.note(harmless(body.message));
    return EXIT.ok;
  },
};
