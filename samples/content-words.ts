/** Words that carry no content: articles, pronouns, auxiliaries, prepositions, conjunctions, bare adverbs and light verbs. */
const STOP_WORDS = new Set(
  'a able about above across after afterwards again against all almost alone along already also although always am among an and another any anybody anyone anything are around as ask asked at away back be became because become becomes been before began begin behind being below beside besides between both but by came can cannot come could did do does doing done down during each either else enough even ever every everybody everyone everything few first for former from full further gave get give given go goes going gone got had half has have having he her here hers herself him himself his how however i if in into is it its itself just keep kept knew know last least less let like made make many may me might mine more most much must my myself near neither never new next no nobody non none nor not nothing now of off often old on once one only onto or other others our ours out over own part per perhaps put quite rather really said same saw say says saying second see seen several shall she should show since so some somebody someone something sometimes soon still such take taken takes taking than that the their them then there these they thing third this those though three through to together told too took toward two under until up upon us use used using very via want was way we well went were what whatever when where whether which while who whole whom whose why will with within without would yes yet you your yours '
    .trim()
    .split(' '),
);

const ENDINGS = /(?:ings?|ied|ies|ed|es|s|ly|e)$/;

const ADDRESS = /\S+@\S+/g;

const stemOf = (word: string): string => {
  const stem = word.replace(ENDINGS, '');
  return stem.length >= 3 ? stem : word;
};

/**
 * The content words of a text: runs of letters and digits of three characters or more with a letter in them, no stop
 * words, their endings cut off, each once; addresses of mail are none.
 */
export const contentWords = (text: string): ReadonlySet<string> =>
  new Set(
    (
      text
        .replaceAll(ADDRESS, ' ')
        .toLowerCase()
        .match(/[\p{L}\d]{3,}/gu) ?? []
    )
      .filter((word) => /\p{L}/u.test(word) && !STOP_WORDS.has(word))
      .map(stemOf),
  );
