import { DomainError } from '#core/domain-error.ts';
import { NO_TIES } from '#core/links/article-ties.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { ArticleVersions } from '#core/ports/article-versions.ts';
import { MOST_TIES, type ArticleTiesStore } from '#core/ports/article-ties-store.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { CaseTiesStore } from '#core/ports/case-ties-store.ts';
import type { eraseSource } from './erase-source.ts';
import type { followSource } from './follow-source.ts';

export type KeepCitationsDeps = {
  articles: Pick<ArticleStore, 'find'>;
  versions: Pick<ArticleVersions, 'find'>;
  articleTies: ArticleTiesStore;
  caseTies: Pick<CaseTiesStore, 'findMany'>;
  cases: Pick<CaseStore, 'findMany'>;
  erase: ReturnType<typeof eraseSource>;
  follow: ReturnType<typeof followSource>;
};

/** Chunks and races together; the largest article has some twenty chunks. */
const MOST_ROUNDS = 60;

/**
 * Makes it known to the cases of an article that it rests on them, and to those that it rested on that it does no more.
 * The ties are read before the row, and written over the revision that was read: whoever comes late meets a newer one.
 * Then all these cases are looked at: one that went or changed before its ties were there is not missed, and whatever
 * the watching of cases has missed is made up for by any change of the article.
 */
export const keepCitations = (deps: KeepCitationsDeps) => {
  const { articles, versions, articleTies, caseTies, cases, erase, follow } = deps;

  /** Cases of what an article says, and of what is proposed that it should say. */
  const citesOf = async (tenant: string, id: string): Promise<ReadonlySet<string>> => {
    const row = await articles.find(tenant, id);
    if (!row || row.deleted) return new Set();
    const proposed = row.proposal && (await versions.find(tenant, id, row.proposal.version));
    const claims = [...row.claims, ...(proposed?.article?.claims ?? [])];
    return new Set(claims.flatMap(({ case_ids: ids }) => ids));
  };

  /** The cases whose ties are of the article now, or were of it until now. */
  const tie = async (tenant: string, id: string): Promise<readonly string[]> => {
    const untied: string[] = [];
    for (let round = 1; round <= MOST_ROUNDS; round += 1) {
      const ties = (await articleTies.find(tenant, id)) ?? NO_TIES;
      const wanted = await citesOf(tenant, id);
      const gained = [...wanted].filter((caseId) => !ties.cites.includes(caseId)).slice(0, MOST_TIES);
      const lost = ties.cites.filter((caseId) => !wanted.has(caseId)).slice(0, MOST_TIES - gained.length);
      if (gained.length + lost.length === 0) return [...ties.cites, ...untied];
      const cites = [...ties.cites.filter((caseId) => !lost.includes(caseId)), ...gained].toSorted();
      untied.push(...lost);
      await articleTies.write(tenant, id, { ...ties, revision: ties.revision + 1, cites }, { gained, lost });
    }
    throw new DomainError('conflict', 'the article is being changed by others');
  };

  return async (tenant: string, id: string): Promise<void> => {
    const tied = [...new Set(await tie(tenant, id))];
    const [ties, rows] = await Promise.all([caseTies.findMany(tenant, tied), cases.findMany(tenant, tied)]);
    for (const caseId of tied) {
      const [row, own] = [rows.get(caseId), ties.get(caseId)];
      if (!row || row.deleted) await erase(tenant, caseId);
      else if (own) await follow(row, own);
    }
  };
};
