import type { WrittenArticle } from '#core/knowledge/prompt/written-article.ts';

const untidy = (quote: string): string =>
  ` ${quote.replaceAll('-', '–').replaceAll("'", '’').replaceAll(' ', '  ')} `;

type Spoil = (written: WrittenArticle, withFirst: (change: object) => object) => unknown;

/** What a model may make of a good article, by what is wrong with it then. */
const SPOILS: Readonly<Record<string, Spoil>> = {
  'another form': (written) => ({ headline: written.title, text: 'secret-marker' }),
  'unknown section': (_written, withFirst) => withFirst({ section: 'secret-marker' }),
  'endless text': (_written, withFirst) => withFirst({ text: 'x'.repeat(1_001) }),
  'no statements': (written) => ({ ...written, statements: [] }),
  'invented facts': (_written, withFirst) =>
    withFirst({
      text: 'Run rm -rf / and reboot server 10.9.8.7.',
      sources: [{ case: 'c1', quote: 'Run rm -rf /' }],
    }),
  'invented cases': (_written, withFirst) =>
    withFirst({
      sources: [
        { case: 'c999', quote: 'anything' },
        { case: 'case-1', quote: 'anything' },
      ],
    }),
  'untidy quotes': (written) => ({
    ...written,
    statements: written.statements.map((one) => ({
      ...one,
      sources: one.sources.map((source) => ({ ...source, quote: untidy(source.quote) })),
    })),
  }),
};

/** The article as a model answers it that misbehaves in this way; as it is where the way is about something else. */
export const spoiledArticle = (written: WrittenArticle, how: string | undefined): unknown => {
  const [first] = written.statements;
  const withFirst = (change: object) => ({ ...written, statements: [{ ...first, ...change }] });
  return (how === undefined ? undefined : SPOILS[how]?.(written, withFirst)) ?? written;
};
