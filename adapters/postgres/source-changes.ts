import * as z from 'zod';
import type { CaseMapping } from '#contracts/case-source.ts';
import type { SourceChange, SourcePosition, SourceStream } from '#core/ports/case-source.ts';
import type { TableColumns } from './describe-tables.ts';
import { quotedTable } from './quoted.ts';
import type { RunQuery } from './run-query.ts';
import { allOf, statement } from './statement.ts';

const Row = z.object({ time: z.string(), id: z.string(), case_id: z.string() });

/** The table of a stream: whose rows change, by which column, and how to name their case. */
const streamOf = (
  { cases, feed, comments }: CaseMapping,
  tables: TableColumns,
  stream: SourceStream,
  values: unknown[],
) => {
  if (stream === 'cases') {
    const one = statement(tables.cases, values, 'a');
    return {
      one,
      id: cases.id,
      changed: cases.updated_at,
      from: `${quotedTable(cases)} a`,
      caseId: one.text(cases.id),
    };
  }
  if (stream === 'feed' && feed) {
    const one = statement(tables.feed, values, 'a');
    const changed = feed.updated_at ?? feed.created_at;
    return { one, id: feed.id, changed, from: `${quotedTable(feed)} a`, caseId: one.text(feed.case) };
  }
  if (stream === 'comments' && feed && comments) {
    const one = statement(tables.comments, values, 'a');
    const entry = statement(tables.feed, values, 'b');
    const from = `${quotedTable(comments)} a join ${quotedTable(feed)} b on ${entry.at(feed.id)} = ${one.at(comments.entry)}`;
    const changed = comments.updated_at ?? comments.created_at;
    return { one, id: comments.id, changed, from, caseId: entry.text(feed.case) };
  }
  throw new Error(`the mapping has no table for the stream ${stream}`);
};

/** Rows of a stream that were changed after a place, oldest first. */
export const sourceChanges = async (
  run: RunQuery,
  { mapping, tables }: { readonly mapping: CaseMapping; readonly tables: TableColumns },
  stream: SourceStream,
  { after, limit }: { readonly after: SourcePosition; readonly limit: number },
): Promise<readonly SourceChange[]> => {
  const values: unknown[] = [];
  const { one, id, changed, from, caseId } = streamOf(mapping, tables, stream, values);
  const moment = one.moment(changed, after.time);
  const since =
    after.id === undefined
      ? `${one.at(changed)} >= ${moment}`
      : `(${one.at(changed)}, ${one.at(id)}) > (${moment}, ${one.as(id, after.id)})`;
  const where = allOf([since, one.isWritable(changed), `${caseId} is not null`]);
  const rows = await run(
    `select ${one.time(changed)} as time, ${one.text(id)} as id, ${caseId} as case_id from ${from} where ${where} order by ${one.at(changed)}, ${one.at(id)} limit ${one.bind(limit)}`,
    values,
  );
  return z
    .array(Row)
    .parse(rows)
    .map(({ time, id: row, case_id }) => ({ time, id: row, caseId: case_id }));
};
