import type { Role } from '#contracts/role.ts';
import type { SimilaritySearch } from '#contracts/search.ts';
import { visibleArticle } from '#core/articles/visible-article.ts';
import { livingCase } from '#core/cases/living-case.ts';
import type { ArticleReader } from '#core/ports/article-store.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { QueryEmbedder, QueryEmbedding } from '#core/ports/query-embedder.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';
import type { DraftPassage } from '#core/projection/draft-passage.ts';
import { passageOfArticle } from '#core/projection/passage-of-article.ts';
import { passageOfCase } from '#core/projection/passage-of-case.ts';
import type { PassageKey } from './passage.ts';
import { saysSomethingToTheModel } from './says-something-to-the-model.ts';

export type SimilaritySubjectDeps = {
  cases: CaseStore;
  articles: ArticleReader;
  index: SearchIndex;
  embedder: QueryEmbedder;
};

/** What similar passages are searched for: its vector, if it has one, and itself, if it is a record. */
export type SimilaritySubject = {
  readonly vector: Float32Array | undefined;
  readonly self: PassageKey | undefined;
  readonly cached: boolean;
};

/** Characters by which a record is embedded here while the index does not hold it yet. */
const BEGINNING = 2_000;

const meaningful = ({ vector, cached }: QueryEmbedding, self: PassageKey | undefined): SimilaritySubject => ({
  vector: saysSomethingToTheModel(vector) ? vector : undefined,
  self,
  cached,
});

/** The subject of a similarity search; `not_found` for a record that nobody has or the caller may not see. */
export const similaritySubject = ({ cases, articles, index, embedder }: SimilaritySubjectDeps) => {
  const subjectOf = async ({ tenant, kind, id, ...draft }: DraftPassage): Promise<SimilaritySubject> => {
    const self: PassageKey = { kind, id };
    const vector = await index.vectorOf(tenant, self);
    if (vector) return { vector, self, cached: false };
    const said = [draft.title ?? '', ...(draft.summary === undefined ? [] : [draft.summary]), draft.text];
    return meaningful(await embedder.embedQuery(tenant, said.join('\n').slice(0, BEGINNING)), self);
  };

  return async (
    tenant: string,
    { query = '', case_id, article_id }: SimilaritySearch,
    roles: readonly Role[],
  ): Promise<SimilaritySubject> => {
    if (case_id !== undefined) return subjectOf(passageOfCase(await livingCase(cases, tenant, case_id)));
    if (article_id !== undefined) {
      return subjectOf(passageOfArticle(await visibleArticle(articles, tenant, article_id, roles)));
    }
    return meaningful(await embedder.embedQuery(tenant, query), undefined);
  };
};
