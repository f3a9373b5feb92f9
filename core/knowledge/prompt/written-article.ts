import type { Section } from '#core/knowledge/article-draft.ts';

/** An article as a model answers it; cases by the labels that it was shown, `c1` and so on. */
export type WrittenArticle = {
  readonly title: string;
  readonly summary: string;
  readonly statements: readonly {
    readonly section: Section;
    readonly text: string;
    readonly sources: readonly { readonly case: string; readonly quote: string }[];
  }[];
  readonly tags: readonly string[];
};
