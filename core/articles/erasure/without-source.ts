import type { ArticleContent } from '#contracts/article.ts';
import type { LivingArticle } from '../article-row.ts';
import { claimsWithout, type ClaimsLeft } from './claims-without.ts';
import { contentWithout } from './content-without.ts';
import { wordsOf } from './words-of.ts';

/** What an article says of which nothing is left. */
const NOTHING_LEFT = 'What this article rested on was erased.';
const MOST_TITLE = 120;
const SENTENCE = /[^.!?\n]+[.!?]*\s*/g;

/** Whether words that no claim proves may stay; see withoutSource. */
type MayStay = (text: string) => boolean;

const mayStay = (
  row: LivingArticle,
  { claims, quotes }: ClaimsLeft,
  leftTexts: readonly string[],
): MayStay => {
  const left = new Set(wordsOf(...leftTexts, ...claims.flatMap((claim) => [claim.text, ...claim.quotes])));
  const gone = new Set(wordsOf(...quotes));
  const byMachine = row.generation !== undefined && claims.every(({ by }) => by !== 'editor');
  return (text) => wordsOf(text).every((word) => left.has(word) || (!byMachine && !gone.has(word)));
};

const newTitle = ({ claims }: ClaimsLeft): string =>
  (claims[0]?.text ?? NOTHING_LEFT).replaceAll(/\s+/g, ' ').trim().slice(0, MOST_TITLE) || NOTHING_LEFT;

const contentLeft = (
  content: ArticleContent,
  left: ClaimsLeft,
  caseId: string,
  stays: MayStay,
): ArticleContent => {
  const { summary, tags, ...rest } = content;
  const sentences = (summary?.match(SENTENCE) ?? []).filter(stays).join('').trim();
  const body = contentWithout(content.content, { ...left, caseId });
  return {
    ...rest,
    title: stays(content.title) ? content.title : newTitle(left),
    content: body === '' ? NOTHING_LEFT : body,
    ...(sentences !== '' && { summary: sentences }),
    ...(tags && { tags: tags.filter(stays) }),
  };
};

/**
 * What an article says and claims without one of its cases: no quote of it, no statement that rests on it alone, none
 * of its wording. Title, summary and tags have no claims: of an article that no person has edited, each of their words
 * must be in what is left, `leftTexts` (of the other cases) included; of an edited one, none may be of the erased
 * quotes alone. The row itself when it does not rest on the case.
 */
export const withoutSource = (
  row: LivingArticle,
  caseId: string,
  leftTexts: readonly string[],
): Pick<LivingArticle, 'content' | 'claims'> => {
  if (!row.claims.some(({ case_ids: ids }) => ids.includes(caseId))) return row;
  const left = claimsWithout(row.claims, caseId);
  return {
    claims: left.claims,
    content: contentLeft(row.content, left, caseId, mayStay(row, left, leftTexts)),
  };
};
