import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openCasePool } from '#adapters/postgres/open-case-pool.ts';
import { postgresCaseSource } from '#adapters/postgres/postgres-case-source.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { CaseMapping } from '#contracts/case-source.ts';
import { caseDatabase } from '#test/support/case-database.ts';
import type { SourceFixture } from '#test/support/source-fixture.ts';
import { caseSourceContract } from './case-source.contract.ts';

/** Names that nobody chose for us: capitals, blanks, a quote. */
const mapping = CaseMapping.parse({
  cases: {
    schema: 'help desk',
    table: 'Tickets',
    id: 'Number',
    updated_at: 'changed "at"',
    deleted: 'Gone',
    fields: { title: 'Subject', status: 'State' },
    attributes: { region: 'Region' },
    filters: [{ column: 'Region', is: 'equal', value: 'here' }],
  },
  feed: {
    schema: 'help desk',
    table: 'Journal',
    id: 'Number',
    case: 'Ticket',
    body: 'Words',
    type: 'Kind',
    types: { mail: 'email', state: 'status_change' },
    created_at: 'Written',
    updated_at: 'Edited',
  },
  comments: {
    schema: 'help desk',
    table: 'Remarks',
    id: 'Number',
    entry: 'Entry',
    body: 'Words',
    author: 'Who',
    created_at: 'Written',
  },
  products: { schema: 'help desk', table: 'Products', id: 'Code', name: 'Label', parent: 'Below' },
});

const TABLES = [
  'create schema "help desk"',
  // One time with a zone, the others without, which are UTC.
  'create table "help desk"."Tickets" ("Number" text primary key, "Subject" text, "State" text, "changed ""at""" timestamptz, "Gone" boolean, "Region" text)',
  'create table "help desk"."Journal" ("Number" text primary key, "Ticket" text, "Kind" text, "Words" text, "Written" timestamp, "Edited" timestamp)',
  'create table "help desk"."Remarks" ("Number" text primary key, "Entry" text, "Who" text, "Words" text, "Written" timestamp)',
  'create table "help desk"."Products" ("Code" text primary key, "Label" text, "Below" text)',
];

let database: Awaited<ReturnType<typeof caseDatabase>>;
let pool: Pool;

beforeAll(async () => {
  database = await caseDatabase();
  // What is written without a zone is UTC whatever zone the server is set to.
  await database.sql(`set timezone = 'Asia/Tokyo'`);
  for (const table of TABLES) await database.sql(table);
  pool = await openCasePool({ kind: 'local', url: database.url }, (error) => {
    throw error;
  });
});

afterAll(async () => {
  await pool.end();
  await database.stop();
});

beforeEach(async () => {
  for (const table of ['Tickets', 'Journal', 'Remarks', 'Products'])
    await database.sql(`delete from "help desk"."${table}"`);
});

const insert = async (table: string, rows: readonly (readonly unknown[])[]): Promise<void> => {
  for (const row of rows) {
    const places = row.map((_, index) => `$${index + 1}`).join(', ');
    await database.sql(`insert into "help desk"."${table}" values (${places})`, row);
  }
};

const bare = (time: string): string => time.replace('Z', '');

const fill = async ({ cases, entries, comments, products }: SourceFixture) => {
  await insert(
    'Tickets',
    cases.map((row) => [row.id, row.title, row.status, row.updated_at, row.is_deleted, row.region]),
  );
  await insert(
    'Journal',
    entries.map((row) => [
      row.id,
      row.case_id,
      row.kind,
      row.body,
      bare(row.created_at),
      bare(row.updated_at),
    ]),
  );
  await insert(
    'Remarks',
    comments.map((row) => [row.id, row.entry_id, row.author, row.body, bare(row.created_at)]),
  );
  await insert(
    'Products',
    products.map((row) => [row.id, row.name, row.parent_id]),
  );
};

caseSourceContract('PostgreSQL', async (fixture) => {
  await fill(fixture);
  return postgresCaseSource(pool, mapping, nodeHasher);
});

const source = (cases: Record<string, unknown>) =>
  postgresCaseSource(pool, CaseMapping.parse({ cases: { ...mapping.cases, ...cases } }), nodeHasher);

describe('postgresCaseSource', () => {
  it('names every table and column of a mapping that is not there', async () => {
    const wrong = CaseMapping.parse({
      ...mapping,
      cases: { ...mapping.cases, fields: { title: 'Subjekt' }, updated_at: 'Region' },
      products: { table: 'nowhere', id: 'a', name: 'b' },
    });

    await expect(postgresCaseSource(pool, wrong, nodeHasher).check()).rejects.toMatchObject({
      name: 'SourceMappingFault',
      missing: [
        'column help desk.Tickets.Subjekt',
        'timestamp in column help desk.Tickets.Region',
        'table public.nowhere',
      ],
    });
  });

  it.each([
    [{ is: 'not_equal', value: 'here' }, ['k-2', 'k-3']],
    [{ is: 'one_of', values: ['here', 'there'] }, ['k-1', 'k-2']],
    [{ is: 'none_of', values: ['here', 'there'] }, ['k-3']],
    [{ is: 'set' }, ['k-1', 'k-2']],
    [{ is: 'not_set' }, ['k-3']],
    [{ is: 'at_least', value: 'i' }, ['k-2']],
    [{ is: 'at_most', value: 'i' }, ['k-1']],
    [{ is: 'equal', value: "here' or true --" }, []],
  ])('filters by %j', async (filter, ids) => {
    const row = (id: string, region: string | null) => [
      id,
      't',
      'open',
      '2026-03-01T10:00:00Z',
      null,
      region,
    ];
    await insert('Tickets', [row('k-1', 'here'), row('k-2', 'there'), row('k-3', null)]);

    const names = await source({ filters: [{ column: 'Region', ...filter }] }).names(undefined, 9);
    expect(names.map(({ id }) => id)).toEqual(ids);
  });

  it('reads numbers, dates, lists and documents as an import takes them', async () => {
    await database.sql(
      'create table odd (id bigint primary key, u timestamptz, d date, n numeric, l text[], j jsonb)',
    );
    await database.sql(
      `insert into odd values (9007199254740993, '2026-03-01T10:00:00.123456+02', '2026-02-28', 1.5, '{a,b}', '{"x": 1}')`,
    );
    const odd = source({
      schema: 'public',
      table: 'odd',
      id: 'id',
      updated_at: 'u',
      deleted: undefined,
      filters: [],
      fields: { created_at: 'd', tags: 'l' },
      attributes: { amount: 'n', more: 'j', id: 'id' },
    });

    const [one] = await odd.read(['9007199254740993', 'not a number']);
    expect(one).toMatchObject({
      id: '9007199254740993',
      record: {
        id: '9007199254740993',
        created_at: '2026-02-28',
        updated_at: '2026-03-01T08:00:00.123Z',
        tags: ['a', 'b'],
        attributes: { amount: 1.5, more: { x: 1 } },
      },
    });
    const after = { time: '2026-03-01T08:00:00.123456Z', id: '9007199254740992' };
    expect(await odd.changes('cases', after, 9)).toHaveLength(1);
    expect(await odd.changes('cases', { ...after, id: '9007199254740993' }, 9)).toEqual([]);
  });

  it('lets rows with times that no calendar holds wait for the sweep', async () => {
    await insert('Tickets', [['k-1', 't', 'open', 'infinity', null, 'here']]);

    expect(await source({}).changes('cases', { time: '2026-01-01T00:00:00Z' }, 9)).toEqual([]);
    expect(await source({}).names(undefined, 9)).toEqual([{ id: 'k-1', time: undefined }]);
  });
});
