import type { RecordKind } from '#contracts/record-key.ts';
import type { CurrentRecord, ReadRecords } from '#core/projection/current-records.ts';
import type { Candidate } from './fuse.ts';
import { matchesFilters } from './matches-filters.ts';
import type { PassageFilters } from './passage-filters.ts';

/** A candidate with the record that it stands for, as its row is now. */
export type VisibleHit = { readonly candidate: Candidate; readonly record: CurrentRecord };

/** A page of hits; `next` is the offset after it, absent at the end. */
export type VisiblePage = { readonly hits: readonly VisibleHit[]; readonly next: number | undefined };

type Records = Readonly<Record<RecordKind, ReadRecords>>;

const visible = async (
  records: Records,
  tenant: string,
  candidates: readonly Candidate[],
  filters: PassageFilters,
): Promise<readonly (VisibleHit | undefined)[]> => {
  const rowsOf = (wanted: RecordKind) =>
    records[wanted](
      tenant,
      candidates.filter(({ kind }) => kind === wanted).map(({ id }) => id),
    );
  const [cases, articles] = await Promise.all([rowsOf('case'), rowsOf('article')]);
  // Documents have no rows yet.
  const rows = { case: cases, article: articles, document: undefined };
  return candidates.map((candidate) => {
    const record = rows[candidate.kind]?.get(candidate.id);
    return record && !record.deleted && matchesFilters(record.card, filters)
      ? { candidate, record }
      : undefined;
  });
};

/**
 * The next `limit` candidates from `offset` whose rows still exist and meet the filters, however stale the index is:
 * what is dropped is replaced by the candidates that follow.
 */
export const visiblePage = async (
  records: Records,
  search: { readonly tenant: string; readonly filters: PassageFilters; readonly limit: number },
  candidates: readonly Candidate[],
  offset: number,
): Promise<VisiblePage> => {
  const hits: VisibleHit[] = [];
  let next = offset;
  while (hits.length < search.limit && next < candidates.length) {
    const chunk = candidates.slice(next, next + search.limit - hits.length);
    const checked = await visible(records, search.tenant, chunk, search.filters);
    hits.push(...checked.filter((hit) => hit !== undefined));
    next += chunk.length;
  }
  return { hits, next: next < candidates.length ? next : undefined };
};
