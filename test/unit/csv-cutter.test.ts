import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRowParser } from '#adapters/embedded/csv-row-parser.ts';
import { columnFields } from '#core/imports/column-fields.ts';
import { csvCutter } from '#core/imports/csv-cutter.ts';
import { MOST_LINE_BYTES } from '#core/imports/import-limits.ts';
import { uploadRecords } from '#core/imports/upload-records.ts';
import { aByteReader } from '#test/support/a-byte-reader.ts';
import { csvText } from '#test/support/csv-text.ts';

type Options = { mapping?: Record<string, string>; most?: number };

const encode = (text: string) => new TextEncoder().encode(text);

const read = async (text: string | Uint8Array, { mapping, most }: Options = {}) => {
  const bytes = typeof text === 'string' ? encode(text) : text;
  const cutter = csvCutter({ parser: csvRowParser, fieldOf: columnFields(mapping) });
  const found: (readonly [number, unknown])[] = [];
  const places = [];
  for await (const batch of uploadRecords(aByteReader(bytes, most), cutter, { offset: 0, line: 1 })) {
    for (const { line, record } of batch.records)
      found.push([line, record.ok ? record.columns : record.code]);
    places.push({ offset: batch.offset, line: batch.line, header: cutter.header() });
  }
  return { found, places, header: cutter.header() };
};

describe('csvCutter', () => {
  it('reads rows under their header, numbered by the physical line where they begin', async () => {
    const { found } = await read('id,title\r\n1,"two\r\nlines, ""quoted"""\r\n\r\n2,plain\n3,last');

    expect(found).toEqual([
      [2, { id: '1', title: 'two\r\nlines, "quoted"' }],
      [5, { id: '2', title: 'plain' }],
      [6, { id: '3', title: 'last' }],
    ]);
  });

  it.each([
    ['comma', 'id,title\n1,a;b\n'],
    ['semicolon', 'id;title\n1;"a;b"'],
    ['tab', 'id\ttitle\n1\ta;b\n'],
  ])('finds the delimiter: %s', async (_, text) => {
    expect((await read(text)).found).toEqual([[2, { id: '1', title: 'a;b' }]]);
  });

  it('takes the delimiter that finds the id rather than the one that finds more columns', async () => {
    expect((await read('id;"a, b, c and d"\n1;x\n')).header).toEqual({
      delimiter: ';',
      columns: ['id', 'a, b, c and d'],
    });
    expect((await read('nr,a;b;c\n1,x\n', { mapping: { nr: 'id' } })).header?.delimiter).toBe(',');
  });

  it('ignores a byte order mark, blank lines before the header and spaces around its names', async () => {
    expect((await read('\uFEFF\n\n id , title \n1, a \n')).found).toEqual([[4, { id: '1', title: ' a ' }]]);
  });

  it('parts tags, reads attributes and feed as JSON, and leaves empty cells out', async () => {
    const text = 'id,tags,attributes,feed,other\n1,a|b||c,"{""x"":[1]}",[],\n2,,,,"""x"""\n3,,{,,\n';

    expect((await read(text)).found).toEqual([
      [2, { id: '1', tags: ['a', 'b', '', 'c'], attributes: { x: [1] }, feed: [] }],
      [3, { id: '2', other: '"x"' }],
      [4, 'wrong_type'],
    ]);
  });

  it.each([
    ['has too few columns', '1', 'wrong_column_count'],
    ['has too many columns', '1,a,b', 'wrong_column_count'],
    ['has a quote inside of a field', '1,24" monitor', 'broken_line'],
    ['goes on behind its closing quote', '1,"a" b', 'broken_line'],
    ['has a quote that does not close', '1,"a', 'broken_line'],
  ])('rejects a row that %s, and the rest goes on', async (_, row, code) => {
    const { found } = await read(`id,title\n${row}\n2,fine\n3,"fi\nne"\n5,fine\n`);

    expect(found).toEqual([
      [2, code],
      [3, { id: '2', title: 'fine' }],
      [4, { id: '3', title: 'fi\nne' }],
      [6, { id: '5', title: 'fine' }],
    ]);
  });

  it('rejects what is no UTF-8, row by row', async () => {
    const bytes = encode('id,title\n1,?\n2,b\n');
    bytes[11] = 0xff;

    expect((await read(bytes)).found).toEqual([
      [2, 'invalid_encoding'],
      [3, { id: '2', title: 'b' }],
    ]);
  });

  it('gives up a quote that stays open for longer than a record may be', async () => {
    const filler = `2,${'x'.repeat(1_000)}\n`.repeat(MOST_LINE_BYTES / 1_000);
    const { found } = await read(`id,title\n1,"open\n${filler}`);

    expect(found[0]).toEqual([2, 'broken_line']);
    expect(found[1]).toEqual([3, { id: '2', title: 'x'.repeat(1_000) }]);
    expect(found.filter(([, record]) => typeof record === 'string')).toHaveLength(1);
  });

  it('passes over a line that is too long', async () => {
    const { found } = await read(`id,title\n1,${'x'.repeat(MOST_LINE_BYTES)}\n2,b\n`);

    expect(found).toEqual([
      [2, 'over_limit'],
      [3, { id: '2', title: 'b' }],
    ]);
  });

  it.each([
    ['names no id', 'nr,title\n1,a\n', /names no column "id"/],
    ['is no header', '1,Printer is on fire\n2,Router is down\n', /names no column "id"/],
    ['names a column twice', 'id,title,title\n1,a,b\n', /two columns "title"/],
    ['names a column not at all', 'id,title,\n1,a,\n', /column 3 .* has no name/],
    ['does not close its quotes', 'id,"title\n1,a\n', /quotes/],
  ])('refuses a file whose first row %s', async (_, text, message) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'invalid_header',
      message: expect.stringMatching(message),
      rejection: { line: 1, code: 'invalid_header' },
    });
  });

  it('reads back any cells that RFC 4180 can hold, however the file is read in pieces', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.stringMatching(/^[a",;\t\r\n |]{0,12}$/),
    );
    const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 });
    const style = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t'),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      quoteAll: fc.boolean(),
      mark: fc.boolean(),
      lastLineEnd: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(rows, style, fc.integer({ min: 400, max: 900 }), async (cells, how, most) => {
        const clean = cells.map((row) => row.map((text) => text.replaceAll('\0', '').toWellFormed()));
        const table = [
          ['id', 'title', 'description'],
          ...clean.map((row, at) => [`r${at}${row[0]}`, row[1]!, row[2]!]),
        ];
        const { found } = await read(csvText(table, how), { most });

        expect(found.map(([, columns]) => columns)).toEqual(
          table.slice(1).map(([id, title, description]) => ({
            id,
            ...(title !== '' && { title }),
            ...(description !== '' && { description }),
          })),
        );
      }),
      { numRuns: 300 },
    );
  });
});
