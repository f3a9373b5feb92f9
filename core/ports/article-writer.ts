import type { ArticleDraft } from '#core/knowledge/article-draft.ts';
import type { Evidence } from '#core/knowledge/evidence.ts';

/** Who wrote a draft, and what it took. */
export type Writing = {
  readonly draft: ArticleDraft;
  /** The model's name, or `extractive`. */
  readonly model: string;
  /** Version of the prompt, or of the rules. */
  readonly promptVersion: string;
  readonly tokens: { readonly input: number; readonly output: number };
  /** Millionths of a US dollar. */
  readonly costMicroUsd: number;
};

/**
 * Writes the draft of an article from the evidence alone. What it answers is not to be trusted: verification is
 * independent of it. Refuses with a `DraftUnusable` when no draft of the right shape could be had; throws on faults that
 * may pass: `unavailable` when nothing can be written for anybody and nothing was paid, `timeout` when something may
 * have been. Every implementation must pass test/contract/article-writer.contract.ts.
 */
export interface ArticleWriter {
  /** Model and prompt version: a draft of the same evidence by the same writer is made once. */
  readonly name: string;
  write(evidence: Evidence): Promise<Writing>;
}
