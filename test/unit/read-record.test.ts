import { describe, expect, it } from 'vitest';
import { readJsonLine } from '#core/imports/jsonl-cutter.ts';
import { recordReader } from '#core/imports/read-record.ts';

const NOW = '2026-03-01T12:00:00.000Z';
const read = (value: unknown, mapping?: Record<string, string>) => {
  const raw = readJsonLine(typeof value === 'string' ? value : JSON.stringify(value), 'id');
  return raw?.ok ? recordReader(mapping)(raw, NOW) : raw;
};
const valid = { id: 'c-1', title: 'Printer prints blank pages' };

describe('readRecord', () => {
  it.each([
    ['{', 'broken_line', /line/],
    ['[]', 'broken_line', /line/],
    [{ title: 'x' }, 'missing_id', /^id:/],
    [{ id: null, title: 'x' }, 'missing_id', /^id:/],
    [{ id: true, title: 'x' }, 'wrong_type', /^id:/],
    [{ id: 'a\u0001', title: 'x' }, 'invalid_id', /^id:/],
    [{ id: 'x'.repeat(201), title: 'x' }, 'over_limit', /^id:/],
    [{ id: 'a' }, 'missing_text', /^title:/],
    [{ id: 'a', title: ' ' }, 'missing_text', /^title:/],
    [{ ...valid, title: 5 }, 'wrong_type', /^title:/],
    [{ ...valid, tags: ['a', 5] }, 'wrong_type', /^tags\.1:/],
    [{ ...valid, title: 'x'.repeat(501) }, 'over_limit', /^title:/],
    [{ ...valid, attributes: { a: 'x'.repeat(20_000) } }, 'over_limit', /^attributes:/],
    [{ ...valid, created_at: '2026-02-30' }, 'invalid_date', /^created_at:/],
    [{ ...valid, updated_at: 'yesterday' }, 'invalid_date', /^updated_at:/],
    [String.raw`{"id":"a","title":"\ud800"}`, 'invalid_encoding', /^title:/],
    [String.raw`{"id":"a","title":"t","attributes":{"a":"\udc00"}}`, 'invalid_encoding', /^attributes:/],
    [
      { ...valid, feed: [{ id: '1', type: 'fax', body: 'b', created_at: '2026-01-01' }] },
      'invalid_value',
      /^feed\.0\.type:/,
    ],
  ])('rejects %j as %s and names the field', (line, code, reason) => {
    expect(read(line)).toMatchObject({ ok: false, code, reason: expect.stringMatching(reason) });
  });

  it.each([
    ['17', '17'],
    ['-3', '-3'],
    ['1e3', '1000'],
    ['1.50', '1.5'],
    ['12345678901234567890123', '12345678901234567890123'],
  ])('takes the id %s as %s', (id, text) => {
    expect(read(`{"feed":[],"id":${id},"title":"a printer"}`)).toMatchObject({ ok: true, id: text });
  });

  it('normalises: null is absent, status is lower-cased and open by default, dates are UTC', () => {
    expect(read({ ...valid, category: null, updated_at: '2026-01-02 03:04:05+01:00' })).toEqual({
      unknownColumns: [],
      proposals: [],
      ok: true,
      id: 'c-1',
      content: { title: valid.title, status: 'open' },
      sourceUpdatedAt: '2026-01-02T02:04:05.000Z',
      warnings: [],
    });
    expect(read({ ...valid, status: 'Closed' })).toMatchObject({ content: { status: 'closed' } });
  });

  it('takes a source time in the future as the time of receipt', () => {
    expect(read({ ...valid, updated_at: '2030-01-01' })).toMatchObject({
      sourceUpdatedAt: NOW,
      warnings: ['date_in_future'],
    });
  });

  it('keeps unknown columns as attributes, beside those that the source named', () => {
    expect(read({ ...valid, urgency: 3, gone: null, attributes: { urgency: 'own', a: [1] } })).toMatchObject({
      content: { attributes: { urgency: 'own', a: [1] } },
      warnings: ['unknown_columns'],
    });
    expect(read({ ...valid, urgency: 3 })).toMatchObject({ content: { attributes: { urgency: 3 } } });
  });

  it('removes null characters, escaped or raw', () => {
    expect(read(String.raw`{"id":"a\u0000b","title":"a\u0000 printer","x":["\u0000"]}`)).toMatchObject({
      id: 'ab',
      content: { title: 'a printer', attributes: { x: [''] } },
      warnings: ['short_text', 'unknown_columns', 'null_characters'],
    });
    expect(read('{"id":"a",\0"title":"a fine printer"}')).toMatchObject({
      ok: true,
      warnings: ['null_characters'],
    });
    expect(read(String.raw`{"id":"a","title":"a path \\u0000 here"}`)).toMatchObject({ warnings: [] });
  });

  it.each([
    [{ title: 'short' }, 'short_text'],
    [{ customer_email: 'nobody' }, 'unlikely_email'],
    [{ language: 'qq-xx-yy' }, 'unknown_language'],
    [{ language: 'not a tag' }, 'unknown_language'],
    [{ created_at: '2026-02-02', resolved_at: '2026-02-01' }, 'resolved_before_created'],
  ])('takes %j with the warning %s', (fields, warning) => {
    expect(read({ ...valid, ...fields })).toMatchObject({ ok: true, warnings: [warning] });
  });
});
