import { queryWords } from '#core/search/query-words.ts';
import { anyOf, type Clause } from './in-scope.ts';

/** Where words are looked for, and what a word there is worth: as in SQLite. */
export const WORD_FIELDS = ['title^3', 'summary^2', 'text', 'id.words^3'] as const;
const CODE_FIELDS = ['title.codes^3', 'summary.codes^2', 'text.codes'] as const;
/** An id that was asked for by name is worth more than words. */
const ID_BOOST = 10;
/** Longer than an id can be. */
const LONGEST_ID = 200;

/** What holds any word of a person's text, codes and ids whole counting more; every character is plain text. */
export const wordQuery = (text: string): Clause => {
  const query = text.toWellFormed();
  const { words, codes } = queryWords(query);
  const chunks = query.split(/\s+/).filter(({ length }) => length > 0 && length <= LONGEST_ID);
  return anyOf([
    { multi_match: { query, type: 'most_fields', fields: WORD_FIELDS } },
    ...(codes.length > 0 ? [{ multi_match: { query, type: 'most_fields', fields: CODE_FIELDS } }] : []),
    ...(words.length > 0
      ? [{ constant_score: { filter: { terms: { 'id.folded': chunks } }, boost: ID_BOOST } }]
      : []),
  ]);
};
