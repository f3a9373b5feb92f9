import type { ArticleChange } from '#contracts/article-change.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import type { Tombstone } from '#core/records/stored-row.ts';
import type { RecordReader } from './record-store.ts';

/** Where articles are read. */
export type ArticleReader = RecordReader<LivingArticle>;

/** One write of an article. */
export type ArticleWrite = {
  readonly row: LivingArticle | Tombstone;
  /** The stored version that it is written over; 0: no row. */
  readonly expected: number;
  /** What kind of change it is, and whose. */
  readonly change: ArticleChange;
  /** What the article should say, for a person to decide: kept as a version that is not the current one. */
  readonly proposed?: LivingArticle | undefined;
};

/**
 * Where articles live. With every living row a version is kept that says the same, so that the history has no gaps.
 * Every implementation must pass test/contract/article-store.contract.ts.
 */
export interface ArticleStore extends ArticleReader {
  /** Writes all or nothing; refuses with `version_mismatch` when one of the rows is at another version. */
  write(writes: readonly ArticleWrite[]): Promise<void>;
}
