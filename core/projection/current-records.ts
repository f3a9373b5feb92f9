import type { RecordKind } from '#contracts/record-key.ts';
import type { ArticleReader } from '#core/ports/article-store.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { RecordReader } from '#core/ports/record-store.ts';
import type { LivingRow, Tombstone } from '#core/records/stored-row.ts';
import type { RecordCard } from '#core/search/passage.ts';
import type { DraftPassage } from './draft-passage.ts';
import { cardOfArticle, passageOfArticle } from './passage-of-article.ts';
import { cardOfCase, passageOfCase } from './passage-of-case.ts';

/** A record as its row is now; its passage is made when it is asked for. */
export type CurrentRecord = {
  readonly deleted: false;
  readonly card: RecordCard;
  readonly passage: () => DraftPassage;
};

/** Reads records of one kind as their rows are now, by id; ids without a row are absent. */
export type ReadRecords = (
  tenant: string,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, CurrentRecord | Tombstone>>;

export type CurrentRecordsDeps = { cases: CaseStore; articles: ArticleReader };

const readerOf =
  <Row extends LivingRow>(
    store: RecordReader<Row>,
    cardOf: (row: Row) => RecordCard,
    passageOf: (row: Row) => DraftPassage,
  ): ReadRecords =>
  async (tenant, ids) => {
    if (ids.length === 0) return new Map();
    const rows = await store.findMany(tenant, ids);
    return new Map(
      [...rows].map(([id, row]) => [
        id,
        row.deleted ? row : { deleted: false, card: cardOf(row), passage: () => passageOf(row) },
      ]),
    );
  };

/** What reads the records of each kind: the one place where index and search learn what kinds there are. */
export const currentRecords = ({
  cases,
  articles,
}: CurrentRecordsDeps): Readonly<Record<RecordKind, ReadRecords>> => ({
  case: readerOf(cases, cardOfCase, passageOfCase),
  article: readerOf(articles, cardOfArticle, passageOfArticle),
});
