import { textOfCase, type WrittenArticle } from './written-article.ts';

const LITERAL = /[^\s,;()"“”]*\d[^\s,;()"“”]*/gu;
const EDGES = /^[^\p{L}\d%#$-]+|[^\p{L}\d%]+$/gu;

const folded = (text: string): string => text.replaceAll(/\s+/gu, ' ');

const literalsIn = (text: string): readonly string[] =>
  (text.match(LITERAL) ?? []).map((literal) => literal.replaceAll(EDGES, ''));

/** How many claims of an article stand in their cases, and how many literals stand in none: read from the cases alone. */
export const supportOf = (article: WrittenArticle) => {
  const texts = new Map(article.cases.map((one) => [one.row.id, textOfCase(one)]));
  const { claims } = article.rendered;
  const supported = claims.filter(
    ({ text, case_ids: ids, quotes }) =>
      ids.length > 0 &&
      ids.length === quotes.length &&
      quotes.every((quote, place) => texts.get(ids[place] ?? '')?.includes(quote)) &&
      quotes.some((quote) => folded(quote).includes(text)),
  );
  const cited = folded(
    [...new Set(claims.flatMap(({ case_ids: ids }) => ids))].map((id) => texts.get(id)).join('\n'),
  );
  const all = folded([...texts.values()].join('\n'));
  const ofClaims = claims.flatMap(({ text, case_ids: ids }) => {
    const own = folded(ids.map((id) => texts.get(id)).join('\n'));
    return literalsIn(text).filter((literal) => !own.includes(literal));
  });
  return {
    claims: claims.length,
    supported: supported.length,
    unsupportedLiterals: [
      ...ofClaims,
      ...[article.draft.title, article.draft.summary]
        .flatMap(literalsIn)
        .filter((literal) => !cited.includes(literal)),
      ...article.draft.tags.filter((tag) => !all.includes(tag)),
    ],
  };
};
