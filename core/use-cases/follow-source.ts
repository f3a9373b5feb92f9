import { changeArticle } from '#core/articles/change-article.ts';
import { putToReview, type NewPoint } from '#core/articles/put-to-review.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { byWatching } from '#core/links/by-watching.ts';
import { DomainError } from '#core/domain-error.ts';
import type { CaseTies, KnownOutcome } from '#core/links/case-ties.ts';
import { knownOutcome } from '#core/links/known-outcome.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { CaseTiesStore } from '#core/ports/case-ties-store.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Hasher } from '#core/ports/hasher.ts';

export type FollowSourceDeps = {
  articles: ArticleStore;
  caseTies: Pick<CaseTiesStore, 'know'>;
  clock: Clock;
  hasher: Hasher;
  /** Statuses of resolved cases. */
  resolvedStatuses: readonly string[];
};

/** What has become of a case since it was last looked at; undefined where that is nothing to tell. */
const reasonOf = (known: KnownOutcome | undefined, now: KnownOutcome): NewPoint['reason'] | undefined => {
  if (!known) return undefined;
  if (known.resolved && !now.resolved) return 'source_reopened';
  return known.remedy === now.remedy ? undefined : 'changed_evidence';
};

const isGone = (error: unknown): boolean => error instanceof DomainError && error.code === 'not_found';

/**
 * Looks at a case that articles rest on: reopened, or resolved otherwise than before, it sends them to review. What is
 * known of it is kept last, so that a crash loses nothing and a second look finds nothing new.
 */
export const followSource = ({ articles, caseTies, clock, hasher, resolvedStatuses }: FollowSourceDeps) => {
  const outcomeOf = knownOutcome(hasher, resolvedStatuses);

  const tell = async (tenant: string, id: string, point: NewPoint): Promise<void> => {
    try {
      await changeArticle(articles, { tenant, id, change: byWatching('flagged') }, (row) =>
        row.state === 'archived' ? row : putToReview(row, point, clock.now().toISOString()),
      );
    } catch (error) {
      // An article that was deleted meanwhile has nobody to tell.
      if (!isGone(error)) throw error;
    }
  };

  return async (row: LivingCase, { known, restedOn }: CaseTies): Promise<void> => {
    const now = outcomeOf(row);
    if (known?.resolved === now.resolved && known.remedy === now.remedy) return;
    const reason = reasonOf(known, now);
    if (reason) for (const id of restedOn) await tell(row.tenant, id, { reason, caseIds: [row.id] });
    await caseTies.know(row.tenant, row.id, now);
  };
};
