import { KeptDraft } from '#contracts/kept-draft.ts';
import type { Writing } from '#core/ports/article-writer.ts';

/** What a writer made, as it is kept. */
export const keptDraft = ({ draft, model, promptVersion, tokens, costMicroUsd }: Writing): KeptDraft =>
  KeptDraft.parse({
    kind: 'written',
    model,
    prompt_version: promptVersion,
    tokens,
    cost_micro_usd: costMicroUsd,
    draft,
  });
