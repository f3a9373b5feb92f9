import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { aTicket, jsonLines } from '#test/support/a-ticket.ts';
import { csvRows, csvText } from '#test/support/csv-text.ts';
import { sharedClient } from '#test/support/shared-stack.ts';

const FINAL = ['completed', 'failed', 'needs_review'];
const tickets = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, n) =>
    aTicket(n, {
      id: `${prefix}-${n}`,
      tags: ['a b', `tag ${n % 3}`],
      attributes: { floor: n, rooms: ['x'] },
      resolution: n % 2 === 0 ? `Line one,\r\nline "two"; room\t${n}` : undefined,
    }),
  );
const counts = (received: number, others: Record<string, number>) => ({
  received,
  indexed: 0,
  unchanged: 0,
  rejected: 0,
  failed: 0,
  pending: 0,
  ...others,
});

describe('an import', () => {
  it('of the same records as CSV, gzip and in the request changes nothing, and each is counted', async () => {
    const admin = await sharedClient('demo-admin');
    const records = tickets('formats', 230);
    const csv = csvText(csvRows(records), { delimiter: ';', lineEnd: '\r\n', mark: true });
    const members = [jsonLines(records.slice(0, 100)), jsonLines(records.slice(100))].map((text) =>
      gzipSync(text),
    );
    const done = async (id: string) => admin.untilImport(id, FINAL);

    const first = await done(await admin.upload(csv, { format: 'csv', name: 'as csv' }));
    expect(first).toMatchObject({
      state: 'completed',
      name: 'as csv',
      format: 'csv',
      compression: 'none',
      counts: counts(230, { indexed: 230 }),
    });
    expect((await admin.get('/api/v1/cases/formats-0')).body).toMatchObject({
      resolution: 'Line one,\r\nline "two"; room\t0',
      tags: ['a b', 'tag 0'],
      attributes: { floor: 0, rooms: ['x'] },
      lineage: { line: 2 },
    });
    const same = { state: 'completed', counts: counts(230, { unchanged: 230 }) };
    expect(await done(await admin.upload(jsonLines(records)))).toMatchObject(same);
    expect(
      await done(await admin.upload(Buffer.concat(members), { format: 'jsonl', compression: 'gzip' })),
    ).toMatchObject({ ...same, compression: 'gzip' });
    expect(
      await done(await admin.upload(gzipSync(csv), { format: 'csv', compression: 'gzip' })),
    ).toMatchObject(same);
    const posted = await admin.post('/api/v1/imports', { records });
    expect(posted).toMatchObject({ status: 202, body: { state: 'processing', counts: { received: 230 } } });
    expect(posted.body).not.toHaveProperty('upload');
    expect(await done(posted.body.id)).toMatchObject(same);
  });

  it('of a broken CSV rejects each broken row by its line, and the rest goes on', async () => {
    const admin = await sharedClient('demo-admin');
    const text = [
      'id,title,description',
      'csv-1,fine,"with a',
      'line break"',
      'csv-2,too few',
      'csv-3,24" monitor,stray quote',
      'csv-4,"open,quote',
      'csv-5,still fine,yes',
      ',no id,x',
      '',
      'csv-6,last,one',
    ].join('\n');

    const id = await admin.upload(text, { format: 'csv', error_threshold: 1 });
    expect(await admin.untilImport(id, FINAL)).toMatchObject({
      state: 'completed',
      counts: counts(7, { indexed: 3, rejected: 4 }),
    });
    const rejected = await admin.all(`/api/v1/imports/${id}/records?outcome=rejected`);
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([
      [4, 'wrong_column_count'],
      [5, 'broken_line'],
      [6, 'broken_line'],
      [8, 'missing_id'],
    ]);
    expect((await admin.get('/api/v1/cases/csv-6')).body.lineage.line).toBe(10);
  });

  it.each([
    ['a CSV without a header', 'csv', 'none', '1,Printer is on fire\n2,Router is down\n', 'invalid_header'],
    ['a CSV with a column twice', 'csv', 'none', 'id,title,title\n1,a,b\n', 'invalid_header'],
    ['a file that is not gzip', 'jsonl', 'gzip', '{"id":"1","title":"a"}\n', 'corrupt_gzip'],
    [
      'a gzip file that is cut off',
      'jsonl',
      'gzip',
      gzipSync(jsonLines(tickets('cut', 50))).subarray(0, -9),
      'corrupt_gzip',
    ],
  ])('of %s fails with its reason, and nothing is written', async (_, format, compression, content, code) => {
    const admin = await sharedClient('demo-admin');

    const id = await admin.upload(content, { format, compression });
    const row = await admin.untilImport(id, FINAL);
    expect(row).toMatchObject({ state: 'failed', failure: { code } });
    expect(row.failure.reason.length).toBeGreaterThan(20);
    const rejected = await admin.all(`/api/v1/imports/${id}/records?outcome=rejected`);
    expect(rejected.map(({ line, code: why }) => [line, why])).toEqual(
      code === 'invalid_header' ? [[1, 'invalid_header']] : [],
    );
    expect((await admin.call('POST', `/api/v1/imports/${id}/retry`)).status).toBe(409);
  });

  it('renames columns as its mapping says, shows it, and only proposes the others', async () => {
    const admin = await sharedClient('demo-admin');
    const mapping = { 'Ticket No': 'id', Betreff: 'title' };
    const text = 'Ticket No,Betreff,Customer E-Mail,floor\nmap-1,Drucker druckt nicht,a@b.example,3\n';

    const id = await admin.upload(text, { format: 'csv', mapping });
    const row = await admin.untilImport(id, FINAL);

    expect(row).toMatchObject({ state: 'completed', mapping });
    expect(row.quality.findings).toEqual([
      {
        code: 'unknown_columns',
        severity: 'warning',
        count: 1,
        sample_lines: [2],
        columns: ['Customer E-Mail', 'floor'],
      },
      {
        code: 'possible_rename',
        severity: 'warning',
        count: 1,
        sample_lines: [2],
        columns: ['Customer E-Mail'],
        proposed_field: 'customer_email',
      },
    ]);
    expect((await admin.get('/api/v1/cases/map-1')).body).toMatchObject({
      title: 'Drucker druckt nicht',
      attributes: { 'Customer E-Mail': 'a@b.example', floor: '3' },
    });
  });

  it.each([
    [{ format: 'csv', mapping: { a: 'nonsense' } }, '/mapping/a'],
    [{ format: 'csv', mapping: { a: 'title', b: 'title' } }, '/mapping/b'],
    [{ format: 'xlsx' }, '/format'],
    [{ format: 'csv', records: [{ id: '1', title: 'a' }] }, '/format'],
    [{ compression: 'gzip', records: [{ id: '1', title: 'a' }] }, '/compression'],
    [{ records: Array.from({ length: 501 }, (_, n) => ({ id: `${n}`, title: 'a' })) }, '/records'],
    [{ format: 'jsonl', error_threshold: 2 }, '/error_threshold'],
  ])('refuses %j', async (wish, path) => {
    const admin = await sharedClient('demo-admin');

    const { status, body } = await admin.post('/api/v1/imports', wish);
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'invalid_request' });
    expect(body.errors.map((error: { path: string }) => error.path)).toEqual([path]);
  });

  it('is retried only when it has ended with failed records', async () => {
    const admin = await sharedClient('demo-admin');
    const { body } = await admin.post('/api/v1/imports', { records: tickets('retry', 3) });
    await admin.untilImport(body.id, FINAL);

    expect(await admin.call('POST', `/api/v1/imports/${body.id}/retry`)).toMatchObject({
      status: 409,
      body: { code: 'conflict' },
    });
    expect((await admin.call('POST', '/api/v1/imports/nobody/retry')).status).toBe(404);
  });

  it('tells the language of a case where its source does not, and the case stays unchanged by that', async () => {
    const admin = await sharedClient('demo-admin');
    const description =
      'Seit heute morgen druckt der Drucker im dritten Stock nur noch leere Seiten, bitte helfen Sie uns.';
    const records = [{ id: 'lang-1', title: 'Der Drucker druckt nicht mehr', description }];
    for (const outcome of ['indexed', 'unchanged']) {
      const { body } = await admin.post('/api/v1/imports', { records });
      expect((await admin.untilImport(body.id, FINAL)).counts).toEqual(counts(1, { [outcome]: 1 }));
    }

    expect((await admin.get('/api/v1/cases/lang-1')).body.language).toBe('de');
    const made = await admin.post('/api/v1/cases', { title: records[0]!.title, description });
    expect(made.body.language).toBe('de');
  });
});
