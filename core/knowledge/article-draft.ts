/** The parts of a generated article, in their order. */
export const SECTIONS = ['problem', 'environment', 'symptom', 'cause', 'step', 'verification'] as const;
export type Section = (typeof SECTIONS)[number];

/** The words of one case that a statement rests on; `quote` stands in one of its texts, character by character. */
export type Source = { readonly caseId: string; readonly quote: string };

/** One statement of a draft, as plain text, with what it rests on; it becomes a claim of the article. */
export type Statement = {
  readonly section: Section;
  readonly text: string;
  readonly sources: readonly Source[];
};

/** What a writer makes of the evidence, before anybody has checked it. Steps stand in the order in which they are taken. */
export type ArticleDraft = {
  readonly title: string;
  readonly summary: string;
  readonly statements: readonly Statement[];
  readonly tags: readonly string[];
};
