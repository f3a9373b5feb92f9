import type { WrittenDraft } from '#core/articles/written-draft.ts';
import { aGeneration } from './a-generation.ts';
import { articleContent } from './an-article.ts';

/** A draft that says one sentence about evidence of a name. */
export const aDraft = (
  says = 'Replace the drum.',
  evidence = 'e-1',
  generation: Partial<WrittenDraft['generation']> = {},
): WrittenDraft => ({
  content: articleContent({ title: 'Blank pages', content: `1. ${says}` }),
  claims: [{ text: says, case_ids: [`c-${evidence}`], quotes: [says] }],
  generation: aGeneration({ evidence, ...generation }),
});
