import type { ArticleChange } from '#contracts/article-change.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { reviewRank } from '#core/articles/review-rank.ts';
import { DomainError } from '#core/domain-error.ts';
import type { ArticleDesk } from '#core/ports/article-desk.ts';
import type { ArticleStore, ArticleWrite } from '#core/ports/article-store.ts';
import type { ArticleVersions, KeptVersion } from '#core/ports/article-versions.ts';
import type { Tombstone } from '#core/records/stored-row.ts';
import { memoryRecordStore } from './memory-record-store.ts';

type Kept = { readonly row: LivingArticle; readonly change: ArticleChange; erased: boolean };

const headOf = ({ row, change, erased }: Kept): KeptVersion['head'] => ({
  version: row.version,
  change,
  at: row.updatedAt,
  state: row.state,
  title: erased ? undefined : row.content.title,
});

const keyOf = ({ tenant, id }: { tenant: string; id: string }): string => `${tenant}#${id}`;

/** Articles with their versions and their desk in memory, twins of the tables for unit tests. */
export const memoryArticles = (
  initial: readonly (LivingArticle | Tombstone)[] = [],
): { articles: ArticleStore; versions: ArticleVersions; desk: ArticleDesk } => {
  const records = memoryRecordStore<LivingArticle>(initial);
  const rows = new Map(initial.map((row) => [keyOf(row), row]));
  const kept = new Map<string, Kept[]>();
  const unerased = new Set<string>();
  const of = (tenant: string, id: string): Kept[] => kept.get(keyOf({ tenant, id })) ?? [];

  const writeOne = async ({ row, expected, change, proposed }: ArticleWrite): Promise<void> => {
    await records.write(row, expected);
    rows.set(keyOf(row), row);
    unerased.delete(keyOf(row));
    if (row.deleted) return void unerased.add(keyOf(row));
    const said: Kept[] = [{ row, change, erased: false }];
    if (proposed) said.unshift({ row: proposed, change: { kind: 'proposed', by: change.by }, erased: false });
    kept.set(keyOf(row), [...of(row.tenant, row.id), ...said]);
  };

  const waiting = (): LivingArticle[] =>
    [...rows.values()].filter((row): row is LivingArticle => !row.deleted && row.review !== undefined);
  const placeOf = (row: LivingArticle): string =>
    `${String(Math.round(reviewRank(row) * 1_000)).padStart(12, '0')}#${row.id}`;

  return {
    articles: {
      ...records,
      async write(writes) {
        const stale = writes.some(({ row, expected }) => (rows.get(keyOf(row))?.version ?? 0) !== expected);
        if (stale) throw new DomainError('version_mismatch', 'changed by somebody else');
        for (const write of writes) await writeOne(write);
      },
    },
    versions: {
      async find(tenant, id, version) {
        const found = of(tenant, id).find(({ row }) => row.version === version);
        return found && { head: headOf(found), article: found.erased ? undefined : found.row };
      },
      async list(tenant, id, limit, before = Number.MAX_SAFE_INTEGER) {
        const older = of(tenant, id)
          .filter(({ row }) => row.version < before)
          .toReversed();
        const page = older.slice(0, limit);
        return {
          heads: page.map(headOf),
          next: older.length > limit ? page.at(-1)?.row.version : undefined,
        };
      },
      async erase(tenant, id, through) {
        for (const one of of(tenant, id)) if (one.row.version <= through) one.erased = true;
      },
      async remove(tenant, id, through) {
        const key = keyOf({ tenant, id });
        kept.set(
          key,
          of(tenant, id).filter(({ row }) => row.version > through),
        );
        if (rows.get(key)?.version === through) unerased.delete(key);
      },
    },
    desk: {
      async queue(tenant, { reason, category, limit, after }) {
        const places = waiting()
          .filter((row) => row.tenant === tenant)
          .filter((row) => !reason || row.review?.points.some((point) => point.reason === reason))
          .filter((row) => category === undefined || row.content.category === category)
          .map((row) => ({ id: row.id, place: placeOf(row) }))
          .toSorted((a, b) => (a.place < b.place ? 1 : -1))
          .filter(({ place }) => after === undefined || place < after);
        const entries = places.slice(0, limit);
        return { entries, next: places.length > limit ? entries.at(-1)?.place : undefined };
      },
      async expired(by, limit) {
        return waiting()
          .filter(({ review }) => review?.expires_at !== undefined && review.expires_at <= by)
          .toSorted((a, b) => (String(a.review?.expires_at) < String(b.review?.expires_at) ? -1 : 1))
          .slice(0, limit)
          .map(({ tenant, id, version }) => ({ tenant, id, version }));
      },
      async unerased(limit) {
        return [...unerased]
          .slice(0, limit)
          .flatMap((key) => rows.get(key) ?? [])
          .map(({ tenant, id, version }) => ({ tenant, id, version }));
      },
      async oldestReview() {
        return waiting()
          .flatMap(({ review }) => review?.points.map(({ since }) => since) ?? [])
          .toSorted()
          .at(0);
      },
    },
  };
};
