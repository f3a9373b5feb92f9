import type { LivingArticle } from '#core/articles/article-row.ts';
import { changeArticle } from '#core/articles/change-article.ts';
import { movedArticle } from '#core/articles/moved-article.ts';
import { DomainError } from '#core/domain-error.ts';
import type { ArticleDesk, DueArticle } from '#core/ports/article-desk.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { ArticleVersions } from '#core/ports/article-versions.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Hasher } from '#core/ports/hasher.ts';

export type TendArticlesDeps = {
  articles: ArticleStore;
  versions: ArticleVersions;
  desk: ArticleDesk;
  clock: Clock;
  hasher: Hasher;
};

/** What was done, and how long the oldest review has waited. */
export type Tended = {
  readonly expired: number;
  readonly erased: number;
  readonly oldestReviewSeconds: number;
};

/** Articles of each kind that one look takes; the next look takes the rest. */
const MOST = 100;

const hasExpired = ({ state, review }: LivingArticle, now: string): boolean =>
  state === 'work_in_progress' && review?.expires_at !== undefined && review.expires_at <= now;

/** The draft of a due entry goes to the archive, unless a person was quicker or it is gone. */
const expire = async (
  { articles, clock, hasher }: TendArticlesDeps,
  { tenant, id }: DueArticle,
): Promise<boolean> => {
  const now = clock.now().toISOString();
  const change = { kind: 'expired', by: { kind: 'job', id: 'tend-articles' } } as const;
  try {
    const row = await changeArticle(articles, { tenant, id, change }, (draft) =>
      hasExpired(draft, now)
        ? {
            ...movedArticle(hasher, draft, { state: 'archived' }),
            version: draft.version + 1,
            updatedAt: now,
          }
        : draft,
    );
    return row.state === 'archived' && row.updatedAt === now;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') return false;
    throw error;
  }
};

/** Versions that a deletion left behind go; an article that was made again has a note of its own. */
const eraseRest = async (
  { articles, versions }: TendArticlesDeps,
  { tenant, id, version }: DueArticle,
): Promise<boolean> => {
  const row = await articles.find(tenant, id);
  if (row?.deleted === false) return false;
  await versions.remove(tenant, id, row?.version ?? version);
  return true;
};

/**
 * Looks after articles that nobody touches: drafts that nobody has looked at in time are archived, and versions of
 * deleted articles are removed where a crash left them. One that fails stops no other.
 */
export const tendArticles = (deps: TendArticlesDeps) => async (): Promise<Tended> => {
  const { desk, clock } = deps;
  const faults: unknown[] = [];
  const each = async (due: readonly DueArticle[], one: typeof expire): Promise<number> => {
    let done = 0;
    for (const article of due) {
      const did = await one(deps, article).catch((fault: unknown) => void faults.push(fault));
      if (did) done += 1;
    }
    return done;
  };
  const expired = await each(await desk.expired(clock.now().toISOString(), MOST), expire);
  const erased = await each(await desk.unerased(MOST), eraseRest);
  const oldest = await desk.oldestReview();
  if (faults.length > 0)
    throw new AggregateError(faults, `${faults.length} articles could not be looked after`);
  const waited = oldest === undefined ? 0 : clock.now().getTime() - Date.parse(oldest);
  return { expired, erased, oldestReviewSeconds: Math.max(0, Math.round(waited / 1_000)) };
};
