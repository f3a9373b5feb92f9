import type { ArticleDraft, Source } from '#core/knowledge/article-draft.ts';
import type { Evidence } from '#core/knowledge/evidence.ts';
import type { ShownCase } from './fit-evidence.ts';
import { quoteLocator } from './quote-locator.ts';
import type { WrittenArticle } from './written-article.ts';

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/**
 * The draft that a model's answer is, with the ids of cases in place of labels. Quotes become the words as they stand in
 * the case; one that stands nowhere stays as it is, and a label that was never shown is dropped: verification, which
 * trusts nothing here, takes away what rests on neither.
 */
export const draftOfWritten = (
  { title, summary, statements, tags }: WrittenArticle,
  shown: readonly ShownCase[],
  { cases }: Pick<Evidence, 'cases'>,
): ArticleDraft => {
  const idOf = new Map(shown.map(({ label, caseId }) => [label, caseId]));
  const locatorOf = new Map(cases.map(({ id, texts }) => [id, quoteLocator(texts.map(({ body }) => body))]));
  const sourceOf = (source: { readonly case: string; readonly quote: string }): Source[] => {
    const caseId = idOf.get(source.case);
    if (caseId === undefined) return [];
    return [{ caseId, quote: locatorOf.get(caseId)?.(source.quote) ?? source.quote }];
  };
  return {
    title: plain(title),
    summary: plain(summary),
    statements: statements.map(({ section, text, sources }) => ({
      section,
      text: plain(text),
      sources: sources.flatMap(sourceOf),
    })),
    tags: [...new Set(tags.map((tag) => plain(tag).toLowerCase()).filter((tag) => tag !== ''))],
  };
};
