import type { ArticleContent } from '#contracts/article.ts';

/** What two articles are compared by; blank where an article has no such part. */
export type ArticleParts = {
  /** Title, summary and what the problem looks like. */
  readonly problem: string;
  readonly cause: string;
  /** What to do; of an article without headings, all that it says. */
  readonly resolution: string;
};

const HEADING = /^#{1,6}\s+(?<heading>.*)$/;

type Part = keyof ArticleParts | 'other';

/** What a heading announces, by a word in it; the first that fits. */
const PARTS: readonly (readonly [Part, RegExp])[] = [
  ['cause', /\b(cause|reason|why)\b/i],
  ['resolution', /\b(resol\w*|solution\w*|fix\w*|steps?|workaround\w*|remedy|procedure|instructions?)\b/i],
  ['problem', /\b(problem\w*|symptom\w*|issue\w*|description|question)\b/i],
];

const partOf = (heading: string): Part => PARTS.find(([, words]) => words.test(heading))?.[0] ?? 'other';

/** The parts of an article, by its headings. */
export const articleParts = ({ title, summary = '', content }: ArticleContent): ArticleParts => {
  const said: Record<Part, string[]> = { problem: [], cause: [], resolution: [], other: [] };
  let part: Part = 'other';
  for (const line of content.split('\n')) {
    const heading = HEADING.exec(line)?.groups?.['heading'];
    if (heading === undefined) said[part].push(line);
    else part = partOf(heading);
  }
  const text = (of: Part): string => said[of].join('\n').trim();
  return {
    problem: [title, summary, text('problem')].join('\n').trim(),
    cause: text('cause'),
    resolution: text('resolution') || text('other'),
  };
};
