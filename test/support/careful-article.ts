import type { WrittenArticle } from '#core/knowledge/prompt/written-article.ts';

type Shown = { readonly label: string; readonly fields: Readonly<Record<string, string>> };

/** The cases of a prompt, read by its marks. */
const casesOf = (user: string): Shown[] =>
  [...user.matchAll(/<<<case (c\d+) (\w+)>>>\n([^]*?)\n<<<end \1 \2>>>/g)].map(
    ([, label = '', , body = '']) => {
      const parts = body.split(/<<<(\w+)>>>\n/).slice(1);
      const fields: Record<string, string> = {};
      for (let n = 0; n + 1 < parts.length; n += 2) fields[parts[n]!] ??= parts[n + 1]!.trim();
      return { label, fields };
    },
  );

const sentencesOf = (text = ''): string[] =>
  text
    .split(/(?<=[.!?。])\s+/u)
    .map((one) => one.trim())
    .filter((one) => one.length > 4);

/** How many cases a prompt shows. */
export const casesShown = (user: string): number => casesOf(user).length;

type Statements = WrittenArticle['statements'];

const told = (label: string, section: Statements[number]['section'], text: string): Statements[number] => ({
  section,
  text: text.replaceAll(/\s+/g, ' '),
  sources: [{ case: label, quote: text }],
});

/** A resolution tells as a rule what it was, then what was done, and in the end that it holds. */
const resolutionOf = ({ label, fields }: Shown): Statements => {
  const sentences = sentencesOf(fields['resolution']).slice(0, 6);
  return sentences.map((text, n) => {
    if (n === 0 && sentences.length > 1) return told(label, 'cause', text);
    return told(label, n > 1 && n === sentences.length - 1 ? 'verification' : 'step', text);
  });
};

/** Cases that it writes from; others are only like them. */
const MOST_CASES = 4;

/** The article that a careful model writes from a prompt: sentences of the cases, each quoted. */
export const carefulArticle = (user: string): WrittenArticle => {
  const cases = casesOf(user).slice(0, MOST_CASES);
  const symptoms = cases.flatMap(({ label, fields }) =>
    sentencesOf(fields['description'])
      .slice(0, 2)
      .map((text) => told(label, 'symptom', text)),
  );
  return {
    title: cases[0]?.fields['title'] ?? 'A problem',
    summary: 'A problem, and what helped.',
    statements: [...symptoms, ...cases.flatMap(resolutionOf)],
    tags: ['printer'],
  };
};
