import type { ArticleWrite } from '#core/ports/article-store.ts';
import type { LivingArticle } from './article-row.ts';
import type { DraftDecision } from './decide-draft.ts';
import { draftedArticle } from './drafted-article.ts';
import { putToReview } from './put-to-review.ts';
import { writerOf, type StoredDraft } from './written-draft.ts';

/** A write that leaves the article living. */
type LivingWrite = ArticleWrite & { readonly row: LivingArticle };

/** More cases say what the article says: its sources grow, its words stay, and nobody has to look. */
const confirm = (row: LivingArticle, { draft, now }: StoredDraft): LivingWrite => {
  const at = now.toISOString();
  return {
    row: {
      ...row,
      claims: draft.claims,
      generation: { ...draft.generation, written_at: at },
      version: row.version + 1,
      updatedAt: at,
    },
    expected: row.version,
    change: { kind: 'confirmed', by: writerOf(draft) },
  };
};

const writeAnew = (row: LivingArticle, stored: StoredDraft): LivingWrite => ({
  row: { ...row, ...draftedArticle(stored), version: row.version + 1 },
  expected: row.version,
  change: { kind: 'generated', by: writerOf(stored.draft) },
});

/** The next version says what is proposed, the one after it that it was; the article goes on saying what it said. */
const propose = (row: LivingArticle, { draft, contentHash, now }: StoredDraft): LivingWrite => {
  const at = now.toISOString();
  const version = row.version + 1;
  return {
    row: {
      ...row,
      version: version + 1,
      updatedAt: at,
      proposal: { version, madeAt: at, contentHash, baseHash: row.contentHash },
      review: putToReview(row, { reason: 'changed_evidence' }, at).review,
    },
    expected: row.version,
    change: { kind: 'proposal_made', by: writerOf(draft) },
    proposed: {
      ...row,
      ...draft,
      contentHash,
      generation: { ...draft.generation, written_at: at },
      review: undefined,
      proposal: undefined,
      version,
      updatedAt: at,
    },
  };
};

/** The write that each decision about a draft asks for; none where nothing is to be written. */
const WRITES: Readonly<
  Record<DraftDecision, ((row: LivingArticle, stored: StoredDraft) => LivingWrite) | undefined>
> = {
  unchanged: undefined,
  merged: undefined,
  confirmed: confirm,
  replaced: writeAnew,
  revived: writeAnew,
  proposed: propose,
};

/** The write that a decision about a draft asks for; undefined where nothing is to be written. */
export const draftWrite = (
  decision: DraftDecision,
  row: LivingArticle,
  stored: StoredDraft,
): LivingWrite | undefined => WRITES[decision]?.(row, stored);
