import type { ArticleLink } from '#core/links/article-link.ts';
import type { ArticleTies } from '#core/links/article-ties.ts';
import type { KnownOutcome } from '#core/links/case-ties.ts';
import type { ArticleLinks } from '#core/ports/article-links.ts';
import type { ArticleTiesStore } from '#core/ports/article-ties-store.ts';
import type { CaseTiesStore } from '#core/ports/case-ties-store.ts';

type Entry = {
  revision: number;
  restedOn: Set<string>;
  before: Set<string>;
  known: KnownOutcome | undefined;
};

const empty = (): Entry => ({ revision: 0, restedOn: new Set(), before: new Set(), known: undefined });

/** The table of article links in memory, a twin for unit tests: links and ties, which know of each other. */
export const memoryLinks = (): {
  links: ArticleLinks;
  caseTies: CaseTiesStore;
  articleTies: ArticleTiesStore;
} => {
  const [links, ofArticles, ofCases] = [
    new Map<string, ArticleLink>(),
    new Map<string, ArticleTies>(),
    new Map<string, Entry>(),
  ];
  const at = (tenant: string, ...ids: readonly string[]): string => JSON.stringify([tenant, ...ids]);
  /** The ties of a case, for a change of them. */
  const entryOf = (tenant: string, caseId: string): Entry => {
    const entry = ofCases.get(at(tenant, caseId)) ?? empty();
    ofCases.set(at(tenant, caseId), entry);
    entry.revision += 1;
    return entry;
  };
  const linksOf = (tenant: string, has: (link: ArticleLink) => boolean): ArticleLink[] =>
    [...links.values()].filter((link) => link.tenant === tenant && has(link));

  return {
    links: {
      async add(link) {
        const key = at(link.tenant, link.articleId, link.caseId);
        const there = links.get(key);
        if (there) return there;
        links.set(key, link);
        entryOf(link.tenant, link.caseId);
        return link;
      },
      async remove(tenant, articleId, caseId) {
        const there = links.delete(at(tenant, articleId, caseId));
        if (there) entryOf(tenant, caseId);
        return there;
      },
      ofArticle: async (tenant, articleId) =>
        linksOf(tenant, (link) => link.articleId === articleId).toSorted((a, b) =>
          a.caseId < b.caseId ? -1 : 1,
        ),
      ofCase: async (tenant, caseId) => linksOf(tenant, (link) => link.caseId === caseId),
    },
    caseTies: {
      async findMany(tenant, caseIds) {
        const found = [...new Set(caseIds)].map((caseId) => {
          const { revision, restedOn, before, known } = ofCases.get(at(tenant, caseId)) ?? empty();
          return {
            caseId,
            revision,
            restedOn: [...restedOn].toSorted(),
            before: [...before].toSorted(),
            linked: linksOf(tenant, (link) => link.caseId === caseId)
              .map(({ articleId }) => articleId)
              .toSorted(),
            known,
          };
        });
        const tied = found.filter((own) => own.restedOn.length + own.before.length + own.linked.length > 0);
        return new Map(tied.map((own) => [own.caseId, own]));
      },
      async know(tenant, caseId, known) {
        const entry = ofCases.get(at(tenant, caseId));
        if (entry && entry.restedOn.size > 0) entry.known = known;
      },
      async forget(tenant, caseId, revision) {
        if (ofCases.get(at(tenant, caseId))?.revision !== revision) return false;
        ofCases.set(at(tenant, caseId), { ...empty(), revision: revision + 1 });
        return true;
      },
    },
    articleTies: {
      find: async (tenant, articleId) => ofArticles.get(at(tenant, articleId)),
      async write(tenant, articleId, next, { gained, lost }) {
        if ((ofArticles.get(at(tenant, articleId))?.revision ?? 0) !== next.revision - 1) return false;
        ofArticles.set(at(tenant, articleId), next);
        for (const caseId of gained) {
          const { restedOn, before } = entryOf(tenant, caseId);
          restedOn.add(articleId);
          before.delete(articleId);
        }
        for (const caseId of lost) {
          const { restedOn, before } = entryOf(tenant, caseId);
          restedOn.delete(articleId);
          before.add(articleId);
        }
        return true;
      },
    },
  };
};
