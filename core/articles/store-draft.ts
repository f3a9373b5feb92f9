import { contentHash } from '#core/cases/content-hash.ts';
import { DomainError } from '#core/domain-error.ts';
import type { Ids } from '#core/ports/ids.ts';
import { createRecord } from '#core/records/create-record.ts';
import { draftedArticle } from './drafted-article.ts';
import { proposeChange, type DraftOutcome, type ProposeChangeDeps } from './propose-change.ts';
import { recordedArticles } from './recorded-articles.ts';
import { writerOf, type WrittenDraft } from './written-draft.ts';

export type StoreDraftDeps = ProposeChangeDeps & { ids: Ids };

/**
 * Makes the article of a pattern, work in progress that waits for a person. Where it is there already, whoever made it,
 * the draft is proposed; see proposeChange. Done twice, it is done once.
 */
export const storeDraft =
  (deps: StoreDraftDeps) =>
  async (tenant: string, id: string, draft: WrittenDraft): Promise<DraftOutcome> => {
    const { articles, clock, hasher, draftExpiryDays: expiryDays } = deps;
    const store = recordedArticles(articles, { kind: 'generated', by: writerOf(draft) });
    const stored = { draft, contentHash: contentHash(hasher, draft.content), now: clock.now(), expiryDays };
    const wish = { tenant, content: draft.content, id };
    try {
      const drafted = draftedArticle(stored);
      const article = await createRecord({ noun: 'article', store }, deps, wish, (row) => ({
        ...row,
        ...drafted,
        createdAt: drafted.updatedAt,
      }));
      return { kind: 'created', article };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'already_exists') throw error;
      return proposeChange(deps)(tenant, id, draft);
    }
  };
