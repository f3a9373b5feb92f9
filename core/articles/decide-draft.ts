import type { LivingArticle } from './article-row.ts';
import type { WrittenDraft } from './written-draft.ts';

/**
 * What a draft is to the article that is there already. `unchanged`: it says what was laid before people already;
 * `merged`: another article says it; `confirmed`: more cases say the same; `replaced`: nobody has touched the draft
 * that is there; `revived`: the article was archived for what it said before; `proposed`: a person decides.
 */
export type DraftDecision = 'unchanged' | 'merged' | 'confirmed' | 'replaced' | 'revived' | 'proposed';

const isSameWriting = (a: WrittenDraft['generation'] | undefined, b: WrittenDraft['generation']): boolean =>
  a !== undefined &&
  a.evidence === b.evidence &&
  a.model === b.model &&
  a.prompt_version === b.prompt_version;

/** No write has come after the one that stored the draft, so no person has put anything into it. */
const isUntouched = ({ state, generation, updatedAt }: LivingArticle): boolean =>
  state === 'work_in_progress' && generation?.written_at === updatedAt;

/** Decides what becomes of a draft whose content has this hash. */
export const decideDraft = (
  row: LivingArticle,
  { generation }: WrittenDraft,
  contentHash: string,
): DraftDecision => {
  if (row.mergedInto !== undefined) return 'merged';
  if (isSameWriting(row.generation, generation)) return 'unchanged';
  if (row.state === 'archived') return row.contentHash === contentHash ? 'unchanged' : 'revived';
  if (row.contentHash === contentHash) return 'confirmed';
  if (row.proposal?.contentHash === contentHash) return 'unchanged';
  return isUntouched(row) ? 'replaced' : 'proposed';
};
