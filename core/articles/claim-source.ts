import type { ClaimSource } from '#contracts/article-claims.ts';
import type { CaseContent } from '#contracts/case.ts';

/** Characters that are shown on each side of a quote. */
const AROUND = 120;

type Found = NonNullable<ClaimSource['found']>;
type Text = { readonly field: Found['field']; readonly body: string };

const textsOf = ({ title, description, resolution, feed = [] }: CaseContent): readonly Text[] => [
  ...(title === undefined ? [] : [{ field: 'title', body: title } as const]),
  ...(description === undefined ? [] : [{ field: 'description', body: description } as const]),
  ...(resolution === undefined ? [] : [{ field: 'resolution', body: resolution } as const]),
  ...feed.map(({ body }) => ({ field: 'feed', body }) as const),
];

const foundIn = ({ field, body }: Text, quote: string): Found | undefined => {
  const at = body.indexOf(quote);
  if (at < 0) return undefined;
  const end = at + quote.length;
  // Cut through the middle of a character of two units, a half would be left.
  const before = body.slice(Math.max(0, at - AROUND), at).replace(/^[\uDC00-\uDFFF]/, '');
  const after = body.slice(end, end + AROUND).replace(/[\uD800-\uDBFF]$/, '');
  return { field, before, after };
};

/** Where the words stand that a claim took from a case; the case is absent when it is gone. */
export const claimSource = (caseId: string, quote: string, content: CaseContent | undefined): ClaimSource => {
  const named = { case_id: caseId, quote };
  if (!content) return { ...named, standing: 'gone' };
  const known = { ...named, title: content.title, status: content.status };
  for (const text of quote === '' ? [] : textsOf(content)) {
    const found = foundIn(text, quote);
    if (found) return { ...known, standing: 'stands', found };
  }
  return { ...known, standing: 'changed' };
};
