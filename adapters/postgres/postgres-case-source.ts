import type { Pool } from 'pg';
import * as z from 'zod';
import type { CaseMapping } from '#contracts/case-source.ts';
import type { CaseSource, SourceStream } from '#core/ports/case-source.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import { describeTables, type TableColumns } from './describe-tables.ts';
import { runQuery } from './run-query.ts';
import { livingCases, sourceCases, sourceNames } from './source-cases.ts';
import { sourceChanges } from './source-changes.ts';
import { livingProducts, sourceProducts } from './source-products.ts';

const Now = z.tuple([z.object({ now: z.string() })]);

const streamsOf = ({ feed, comments }: CaseMapping): SourceStream[] => [
  'cases',
  ...(feed ? (['feed'] as const) : []),
  ...(comments ? (['comments'] as const) : []),
];

/** A customer's case database in PostgreSQL, as a mapping names its tables and columns. */
export const postgresCaseSource = (pool: Pool, mapping: CaseMapping, hasher: Hasher): CaseSource => {
  const run = runQuery(pool);
  let described: Promise<TableColumns> | undefined;
  const describe = async () => {
    described ??= describeTables(run, mapping);
    return { mapping, tables: await described };
  };

  return {
    fingerprint: hasher.sha256(JSON.stringify(mapping)),
    streams: streamsOf(mapping),
    async check() {
      // Anew each time: the customer may have changed the tables since.
      described = undefined;
      await describe();
    },
    async now() {
      const rows = await run(
        `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`,
        [],
      );
      const [{ now }] = Now.parse(rows);
      return now;
    },
    changes: async (stream, after, limit) => sourceChanges(run, await describe(), stream, { after, limit }),
    read: async (ids) => (ids.length === 0 ? [] : sourceCases(run, await describe(), ids)),
    names: async (after, limit) => sourceNames(run, await describe(), after, limit),
    living: async (ids) => (ids.length === 0 ? new Set() : livingCases(run, await describe(), ids)),
    products: async (after, limit) => sourceProducts(run, await describe(), after, limit),
    livingProducts: async (ids) => livingProducts(run, await describe(), ids),
  };
};
