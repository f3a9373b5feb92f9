import type { SimilaritySearch } from '#contracts/search.ts';
import { livingCase } from '#core/cases/living-case.ts';
import { DomainError } from '#core/domain-error.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { QueryEmbedder, QueryEmbedding } from '#core/ports/query-embedder.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';
import { passageOfCase } from '#core/projection/passage-of-case.ts';
import type { PassageKey } from './passage.ts';
import { saysSomethingToTheModel } from './says-something-to-the-model.ts';

export type SimilaritySubjectDeps = { cases: CaseStore; index: SearchIndex; embedder: QueryEmbedder };

/** What similar passages are searched for: its vector, if it has one, and itself, if it is a record. */
export type SimilaritySubject = {
  readonly vector: Float32Array | undefined;
  readonly self: PassageKey | undefined;
  readonly cached: boolean;
};

/** Characters by which a case is embedded here while the index does not hold it yet. */
const BEGINNING = 2_000;

const meaningful = ({ vector, cached }: QueryEmbedding, self: PassageKey | undefined): SimilaritySubject => ({
  vector: saysSomethingToTheModel(vector) ? vector : undefined,
  self,
  cached,
});

/** The subject of a similarity search; `not_found` for a record that nobody has. */
export const similaritySubject =
  ({ cases, index, embedder }: SimilaritySubjectDeps) =>
  async (tenant: string, { query, case_id }: SimilaritySearch): Promise<SimilaritySubject> => {
    if (query !== undefined) return meaningful(await embedder.embedQuery(tenant, query), undefined);
    if (case_id === undefined) throw new DomainError('not_found', 'there is no such article');

    const row = await livingCase(cases, tenant, case_id);
    const self: PassageKey = { kind: 'case', id: case_id };
    const vector = await index.vectorOf(tenant, self);
    if (vector) return { vector, self, cached: false };
    const { title = '', text } = passageOfCase(row);
    return meaningful(await embedder.embedQuery(tenant, `${title}\n${text}`.slice(0, BEGINNING)), self);
  };
