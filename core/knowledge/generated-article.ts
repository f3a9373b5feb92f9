import { ArticleContent } from '#contracts/article.ts';
import type { KeptDraft } from '#contracts/kept-draft.ts';
import type { WrittenDraft } from '#core/articles/written-draft.ts';
import type { ArticleDraft } from './article-draft.ts';
import { casesAMonth } from './cases-a-month.ts';
import { confidenceOf } from './confidence-of.ts';
import type { Evidence } from './evidence.ts';
import { renderArticle } from './render-article.ts';

type Verified = {
  readonly written: Extract<KeptDraft, { kind: 'written' }>;
  readonly draft: ArticleDraft;
  readonly removed: number;
  readonly evidence: Evidence;
  readonly runId: string;
  readonly writtenAt: Date;
};

const MICRO = 1_000_000;

/** The article of a verified draft. */
export const generatedArticle = ({
  written,
  draft,
  removed,
  evidence,
  runId,
  writtenAt,
}: Verified): WrittenDraft => {
  const { content, claims } = renderArticle(draft, evidence);
  return {
    content: ArticleContent.parse({
      title: draft.title,
      summary: draft.summary,
      content,
      category: evidence.category,
      product: evidence.product,
      tags: draft.tags,
    }),
    claims,
    generation: {
      pattern_id: evidence.patternId,
      evidence: evidence.hash,
      cases: evidence.size,
      cases_a_month: casesAMonth(evidence),
      customers: evidence.customers ?? null,
      model: written.model,
      prompt_version: written.prompt_version,
      confidence: confidenceOf(draft, evidence),
      removed,
      input_tokens: written.tokens.input,
      output_tokens: written.tokens.output,
      cost_usd: written.cost_micro_usd / MICRO,
      run_id: runId,
      written_at: writtenAt.toISOString(),
    },
  };
};
