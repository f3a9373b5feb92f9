import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows, csvText } from '#test/support/csv-text.ts';
import { jsonLines } from '#test/support/a-ticket.ts';
import { importWorld, noChaos } from '#test/support/import-world.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 30 }).map((value) => value.toWellFormed());
const tag = fc.stringMatching(/^[a-z ]{1,8}$/);
const record = fc.record(
  {
    id: fc.integer({ min: 1, max: 40 }).map((n) => `c-${n}`),
    title: text.map((value) => `t${value}`),
    description: text,
    status: fc.constantFrom('Open', 'closed'),
    tags: fc.array(tag, { maxLength: 3 }),
    attributes: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.oneof(text, fc.integer()), {
      maxKeys: 3,
    }),
    created_at: fc.constantFrom('2026-01-02', 'no date'),
    updated_at: fc.constantFrom('2026-01-02T00:00:00Z', '2026-01-03 00:00'),
    floor: text,
  },
  { requiredKeys: ['id', 'title'] },
);

const cut = (bytes: Uint8Array, at: number) => [bytes.subarray(0, at), bytes.subarray(at)];

/** What an import of these records leaves: its counts and every case, without the lines where they stood. */
const outcomeOf = async (content: string | Uint8Array, wish: Record<string, unknown>) => {
  const world = importWorld(noChaos());
  const key = await world.run(content, wish);
  const { state, received, indexed, unchanged, rejected, failed } = (await world.books.imports.find(key))!;
  const cases = [...world.books.cases.values()].map((row) =>
    row.deleted
      ? row
      : { id: row.id, content: row.content, hash: row.contentHash, time: row.sourceUpdatedAt },
  );
  return { counts: { state, received, indexed, unchanged, rejected, failed }, cases };
};

describe('the same records', () => {
  it('give the same cases and counts as JSON Lines, CSV, gzip of any members, and in the request', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 60 }),
        fc.constantFrom(',', ';', '\t'),
        fc.nat(),
        async (records, delimiter, seed) => {
          const lines = jsonLines(records);
          const csv = csvText(csvRows(records), { delimiter });
          const bytes = new TextEncoder().encode(lines);
          const members = cut(bytes, seed % bytes.length).map((part) => gzipSync(part));
          const expected = await outcomeOf(lines, {});

          expect(await outcomeOf(csv, { format: 'csv' })).toEqual(expected);
          expect(await outcomeOf(Buffer.concat(members), { compression: 'gzip' })).toEqual(expected);
          expect(await outcomeOf(gzipSync(csv), { format: 'csv', compression: 'gzip' })).toEqual(expected);
          expect(await outcomeOf('', { records })).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);
});
