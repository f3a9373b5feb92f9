import * as z from 'zod';
import { MOST_FEED_ITEMS } from '#contracts/case.ts';
import type { CaseMapping } from '#contracts/case-source.ts';
import type { SourceEntry } from '#core/sync/source-record.ts';
import type { TableColumns } from './describe-tables.ts';
import { quotedTable } from './quoted.ts';
import type { RunQuery } from './run-query.ts';
import { allOf, statement } from './statement.ts';

const Row = z.object({
  id: z.string(),
  case_id: z.string(),
  type: z.string().nullable(),
  author: z.string().nullable(),
  body: z.string().nullable(),
  created: z.string(),
  changed: z.string().nullable(),
});
type Row = z.infer<typeof Row>;

type Described = { readonly mapping: CaseMapping; readonly tables: TableColumns };

/** The newest rows of each case, as many as a feed may have. */
const newest = (
  columns: string,
  from: string,
  where: string,
  by: { caseId: string; created: string },
): string =>
  `select * from (select ${columns}, row_number() over (partition by ${by.caseId} order by ${by.created} desc) as n from ${from} where ${where}) ranked where n <= ${MOST_FEED_ITEMS}`;

const readEntries = async (run: RunQuery, { mapping, tables }: Described, ids: readonly string[]) => {
  const { feed } = mapping;
  if (!feed) return [];
  const values: unknown[] = [];
  const a = statement(tables.feed, values, 'a');
  const columns = [
    `${a.text(feed.id)} as id`,
    `${a.text(feed.case)} as case_id`,
    `${feed.type ? a.text(feed.type) : 'null'} as type`,
    `${feed.author ? a.text(feed.author) : 'null'} as author`,
    `${a.text(feed.body)} as body`,
    `${a.time(feed.created_at)} as created`,
    `${a.time(feed.updated_at ?? feed.created_at)} as changed`,
  ].join(', ');
  const where = allOf([
    a.anyOf(feed.case, ids),
    a.isWritable(feed.created_at),
    ...feed.filters.map(a.condition),
  ]);
  const by = { caseId: a.at(feed.case), created: a.at(feed.created_at) };
  return z.array(Row).parse(await run(newest(columns, `${quotedTable(feed)} a`, where, by), values));
};

const readComments = async (run: RunQuery, { mapping, tables }: Described, ids: readonly string[]) => {
  const { feed, comments } = mapping;
  if (!feed || !comments) return [];
  const values: unknown[] = [];
  const a = statement(tables.comments, values, 'a');
  const b = statement(tables.feed, values, 'b');
  const columns = [
    // An entry and a comment may have the same id.
    `${b.text(feed.id)} || '/' || ${a.text(comments.id)} as id`,
    `${b.text(feed.case)} as case_id`,
    `null as type`,
    `${comments.author ? a.text(comments.author) : 'null'} as author`,
    `${a.text(comments.body)} as body`,
    `${a.time(comments.created_at)} as created`,
    `${a.time(comments.updated_at ?? comments.created_at)} as changed`,
  ].join(', ');
  const from = `${quotedTable(comments)} a join ${quotedTable(feed)} b on ${b.at(feed.id)} = ${a.at(comments.entry)}`;
  const where = allOf([
    b.anyOf(feed.case, ids),
    a.isWritable(comments.created_at),
    ...feed.filters.map(b.condition),
    ...comments.filters.map(a.condition),
  ]);
  const by = { caseId: b.at(feed.case), created: a.at(comments.created_at) };
  return z.array(Row).parse(await run(newest(columns, from, where, by), values));
};

const entryOf = (row: Row, type: SourceEntry['type']): SourceEntry => ({
  id: row.id,
  type,
  author: row.author ?? undefined,
  body: row.body ?? '',
  createdAt: row.created,
  changedAt: row.changed ?? row.created,
});

/** The feeds of some cases: entries and the comments on them, by case. */
export const sourceEntries = async (
  run: RunQuery,
  described: Described,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly SourceEntry[]>> => {
  const types = described.mapping.feed?.types ?? {};
  const feeds = new Map<string, SourceEntry[]>();
  const add = (row: Row, type: SourceEntry['type']): void => {
    const feed = feeds.get(row.case_id) ?? [];
    feed.push(entryOf(row, type));
    feeds.set(row.case_id, feed);
  };
  for (const row of await readEntries(run, described, ids)) add(row, types[row.type ?? ''] ?? 'note');
  for (const row of await readComments(run, described, ids)) add(row, 'comment');
  return feeds;
};
