import { changeArticle } from '#core/articles/change-article.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { withoutSource } from '#core/articles/erasure/without-source.ts';
import { putToReview } from '#core/articles/put-to-review.ts';
import { contentHash } from '#core/cases/content-hash.ts';
import { DomainError } from '#core/domain-error.ts';
import { draftsOf } from '#core/knowledge/drafts-of.ts';
import { byWatching } from '#core/links/by-watching.ts';
import type { CaseTies } from '#core/links/case-ties.ts';
import type { ArticleLinks } from '#core/ports/article-links.ts';
import type { ArticleVersions } from '#core/ports/article-versions.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { CaseTiesStore } from '#core/ports/case-ties-store.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { KnowledgeFiles } from '#core/ports/knowledge-files.ts';
import type { PatternStore } from '#core/ports/pattern-store.ts';

export type EraseSourceDeps = {
  articles: ArticleStore;
  versions: Pick<ArticleVersions, 'erase'>;
  cases: Pick<CaseStore, 'findMany'>;
  links: Pick<ArticleLinks, 'remove'>;
  caseTies: Pick<CaseTiesStore, 'findMany' | 'forget'>;
  patterns: Pick<PatternStore, 'ofCase'>;
  files: Pick<KnowledgeFiles, 'removeUnder'>;
  clock: Clock;
  hasher: Hasher;
};

/** Articles that are being tied to the case meanwhile make another round. */
const MOST_ROUNDS = 20;

/** Other cases of an article whose texts say which of its words may stay. */
const MOST_OTHERS = 100;

/**
 * Takes a case that is gone out of all that was made of it: the articles that rest on it, which go to review without
 * its text, all that they said before, the drafts of its pattern, and its links. Each step may be done twice; the ties of
 * the case go last and only if nobody was tied to it meanwhile, so that neither a crash nor a race leaves anything.
 */
export const eraseSource = (deps: EraseSourceDeps) => {
  const { articles, versions, cases, links, caseTies, patterns, files, clock, hasher } = deps;

  /** What the other cases of an article say. */
  const leftTexts = async (row: LivingArticle, caseId: string): Promise<readonly string[]> => {
    const others = [...new Set(row.claims.flatMap(({ case_ids: ids }) => ids))].filter((id) => id !== caseId);
    const rows = await cases.findMany(row.tenant, others.slice(0, MOST_OTHERS));
    return [...rows.values()].flatMap((other) => {
      if (other.deleted) return [];
      const { title = '', description = '', resolution = '', feed = [] } = other.content;
      return [title, description, resolution, ...feed.map(({ body }) => body)];
    });
  };

  /** A proposal may rest on the case, too; it is made anew from what is left. */
  const erased = (
    row: LivingArticle,
    { caseId, restedOn }: CaseTies,
    left: readonly string[],
  ): LivingArticle => {
    const { content, claims } = withoutSource(row, caseId, left);
    const isProposed = row.proposal !== undefined && restedOn.includes(row.id);
    if (claims === row.claims && !isProposed) return row;
    const now = clock.now().toISOString();
    const next = { ...row, content, claims, contentHash: contentHash(hasher, content), proposal: undefined };
    const put = putToReview(next, { reason: 'source_erased', caseIds: [caseId] }, now);
    return { ...put, version: row.version + 1, updatedAt: now };
  };

  /** The pattern that the article was written from, if any. */
  const fromArticle = async (tenant: string, id: string, ties: CaseTies): Promise<string | undefined> => {
    const row = await articles.find(tenant, id);
    if (!row) return undefined;
    if (row.deleted) {
      await versions.erase(tenant, id, row.version);
      return undefined;
    }
    const left = await leftTexts(row, ties.caseId);
    const key = { tenant, id, change: byWatching('source_erased') };
    const now = await changeArticle(articles, key, (found) => erased(found, ties, left));
    await versions.erase(tenant, id, now.version - 1);
    return row.generation?.pattern_id;
  };

  const fromAll = async (tenant: string, ties: CaseTies): Promise<ReadonlySet<string | undefined>> => {
    const patternIds = new Set<string | undefined>();
    for (const id of [...ties.restedOn, ...ties.before]) patternIds.add(await fromArticle(tenant, id, ties));
    for (const id of ties.linked) await links.remove(tenant, id, ties.caseId);
    return patternIds;
  };

  const withoutDrafts = async (tenant: string, patternIds: Iterable<string | undefined>): Promise<void> => {
    for (const id of new Set(patternIds)) if (id !== undefined) await files.removeUnder(draftsOf(tenant, id));
  };

  return async (tenant: string, caseId: string): Promise<void> => {
    await withoutDrafts(tenant, [await patterns.ofCase(tenant, caseId)]);
    for (let round = 1; round <= MOST_ROUNDS; round += 1) {
      const ties = (await caseTies.findMany(tenant, [caseId])).get(caseId);
      if (!ties) return;
      await withoutDrafts(tenant, await fromAll(tenant, ties));
      // Removing links raised the revision; a round that finds nothing new to do forgets what is left.
      if (ties.linked.length === 0 && (await caseTies.forget(tenant, caseId, ties.revision))) return;
    }
    throw new DomainError('conflict', 'articles keep coming that rest on a case that is gone');
  };
};
