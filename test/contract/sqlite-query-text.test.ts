import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { sqliteSearchIndex } from '#adapters/sqlite/sqlite-search-index.ts';
import { aPassage } from '#test/support/a-passage.ts';
import { anIndexName } from '#test/support/an-index-name.ts';

const directory = mkdtempSync(join(tmpdir(), 'caselore-query-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const scope = { tenant: 'demo', kinds: ['case'], filters: {}, limit: 10 } as const;

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 1_000 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        "'",
        '*',
        '-',
        '^',
        ':',
        '(',
        ')',
        '{',
        '}',
        '+',
        ' ',
        'AND',
        'NEAR',
        'toner',
        'E-47',
        '\0',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('any text as a query or a passage', () => {
  it('is plain text: never an error, and scores within their bounds', async () => {
    const index = sqliteSearchIndex({ directory, name: anIndexName() });
    const key = { kind: 'case', id: 'c-1' } as const;
    let version = 0;

    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (text, said) => {
        version += 1;
        await index.upsert([aPassage({ version, text: said, title: said.slice(0, 100) })]);
        const { keyword } = await index.search({ ...scope, text });
        const details = (await index.details({ tenant: 'demo', text, keys: [key] })).get('case#c-1');

        expect(keyword.every(({ score }) => score > 0)).toBe(true);
        expect(details?.coverage).toBeGreaterThanOrEqual(0);
        expect(details?.coverage).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });
});
