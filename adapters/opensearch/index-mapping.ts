import type { SearchUrl } from './search-url.ts';

/** Tokens of a query that are looked for; 1,000 characters can hold 1,000, and four fields times these stay below 1,024 clauses. */
const MOST_TOKENS = 120;
/** A longer code is no code; Lucene refuses a document with a token of 32 KB. */
const LONGEST_CODE = 100;

/**
 * Words are cut where SQLite cuts them, too: what the standard tokenizer would leave together, such as
 * `ERR_CONNECTION_RESET` or `4.5.2`, is parted first. Codes are what stands between blanks and has several words, whole.
 */
const ANALYSIS = {
  char_filter: { parted: { type: 'mapping', mappings: ['_ => -', '. => -', ': => -', '’ => -', "' => -"] } },
  tokenizer: {
    codes: {
      type: 'pattern',
      // Begun at words only, possessive and bounded: anything else takes minutes over a text that is one long word.
      pattern: String.raw`(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}\p{M}]++(?:[^\s\p{L}\p{N}\p{M}]++[\p{L}\p{N}\p{M}]++){1,7}+`,
      group: 0,
    },
  },
  filter: {
    english: { type: 'stemmer', language: 'english' },
    short: { type: 'length', max: LONGEST_CODE },
    some: { type: 'limit', max_token_count: MOST_TOKENS },
  },
  analyzer: {
    words: words([]),
    // A query says each word once, and not too many.
    asked_words: words(['unique', 'some']),
    codes: { type: 'custom', tokenizer: 'codes', filter: ['lowercase', 'short'] },
    asked_codes: { type: 'custom', tokenizer: 'codes', filter: ['lowercase', 'short', 'unique', 'some'] },
  },
  normalizer: { folded: { type: 'custom', filter: ['lowercase'] } },
};

function words(more: readonly string[]) {
  return {
    type: 'custom',
    char_filter: ['parted'],
    tokenizer: 'standard',
    filter: ['lowercase', 'asciifolding', 'english', ...more],
  };
}

const WORDS = { type: 'text', analyzer: 'words', search_analyzer: 'asked_words' } as const;
const CODES = { type: 'text', analyzer: 'codes', search_analyzer: 'asked_codes', norms: false } as const;
const TEXT = { ...WORDS, fields: { codes: CODES } };
const KEYWORD = { type: 'keyword' } as const;
const DATE = { type: 'date', format: 'strict_date_time' } as const;

/** Settings and mapping of an index for vectors of one model. Without `engine`, unless asked: a collection refuses it. */
export const indexMapping = (
  dimensions: number,
  { compression, engine }: Pick<SearchUrl, 'compression' | 'engine'>,
) => ({
  settings: { index: { knn: true }, analysis: ANALYSIS },
  mappings: {
    dynamic: 'strict',
    properties: {
      tenant: KEYWORD,
      kind: KEYWORD,
      id: { ...KEYWORD, fields: { words: WORDS, folded: { ...KEYWORD, normalizer: 'folded' } } },
      version: { type: 'long' },
      removed: { type: 'boolean' },
      title: TEXT,
      title_key: KEYWORD,
      summary: TEXT,
      text: TEXT,
      category: KEYWORD,
      product: KEYWORD,
      status: KEYWORD,
      state: KEYWORD,
      audience: KEYWORD,
      customer: KEYWORD,
      tags: KEYWORD,
      created_at: DATE,
      updated_at: DATE,
      vector: {
        type: 'knn_vector',
        dimension: dimensions,
        compression_level: compression,
        method: { name: 'hnsw', space_type: 'cosinesimil', ...(engine && { engine }) },
      },
    },
  },
});
