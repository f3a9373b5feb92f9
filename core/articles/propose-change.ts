import { contentHash } from '#core/cases/content-hash.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import { livingRecord } from '#core/records/living-record.ts';
import { untilWritten } from '#core/records/until-written.ts';
import type { LivingArticle } from './article-row.ts';
import { decideDraft, type DraftDecision } from './decide-draft.ts';
import { draftWrite } from './draft-write.ts';
import type { WrittenDraft } from './written-draft.ts';

export type ProposeChangeDeps = {
  articles: ArticleStore;
  clock: Clock;
  hasher: Hasher;
  /** A draft that nobody has looked at goes to the archive after so many days. */
  draftExpiryDays: number;
};

/** What became of a draft, and the article that there is now. */
export type DraftOutcome = {
  readonly kind: DraftDecision | 'created';
  readonly article: LivingArticle;
};

/**
 * Lays what cases say now before the people of an article that is there; `not_found` when it is not. An untouched draft
 * and an archived article are written anew; what a person stands behind is never changed, the draft is kept beside it
 * as a proposal. Done twice, or by two runs at once, it is done once.
 */
export const proposeChange =
  ({ articles, clock, hasher, draftExpiryDays: expiryDays }: ProposeChangeDeps) =>
  (tenant: string, id: string, written: WrittenDraft): Promise<DraftOutcome> =>
    untilWritten({ noun: 'article' }, async () => {
      const row = await livingRecord({ noun: 'article', store: articles }, tenant, id);
      // For whom it is, and what binds it, is decided by people, not by cases.
      const { audience, governance } = row.content;
      const content = { ...written.content, audience, governance };
      const draft = { ...written, content };
      const stored = { draft, contentHash: contentHash(hasher, content), now: clock.now(), expiryDays };
      const kind = decideDraft(row, draft, stored.contentHash);
      const write = draftWrite(kind, row, stored);
      if (!write) return { kind, article: row };
      await articles.write([write]);
      return { kind, article: write.row };
    });
