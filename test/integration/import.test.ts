import { describe, expect, it } from 'vitest';
import { aTicket, jsonLines } from '#test/support/a-ticket.ts';
import { sharedClient } from '#test/support/shared-stack.ts';

const tickets = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, n) => aTicket(n, { id: `${prefix}-${n}` }));

describe('an import', () => {
  it('is counted exactly, and every record is there and found', async () => {
    const admin = await sharedClient('demo-admin');
    const records = tickets('whole', 450);

    const id = await admin.upload(jsonLines(records), { name: 'whole', expected_records: 450 });
    const done = await admin.untilImport(id, ['completed', 'failed', 'needs_review']);

    expect(done).toMatchObject({
      id,
      name: 'whole',
      state: 'completed',
      counts: { received: 450, indexed: 450, unchanged: 0, rejected: 0, failed: 0, pending: 0 },
      progress: { percent: 100 },
    });
    expect(await admin.get('/api/v1/cases/whole-449')).toMatchObject({
      status: 200,
      body: {
        id: 'whole-449',
        title: records[449]?.['title'],
        source_updated_at: records[449]?.['updated_at'],
        lineage: { import_id: id, line: 450 },
      },
    });
    const { body } = await admin.post('/api/v1/search/hybrid', { query: String(records[321]?.['title']) });
    expect(body.results.map((result: { id: string }) => result.id)).toContain('whole-321');
  });

  it('is all unchanged the second time, and only what is newer and different is written the third time', async () => {
    const admin = await sharedClient('demo-admin');
    const records = tickets('again', 120);
    await admin.untilImport(await admin.upload(jsonLines(records)), ['completed']);

    const second = await admin.untilImport(await admin.upload(jsonLines(records)), ['completed']);
    const changed = records.map((record, n) =>
      n === 5
        ? { ...record, title: 'quite another title', updated_at: '2026-06-01T00:00:00Z' }
        : n === 6
          ? { ...record, title: 'an older title', updated_at: '2020-01-01T00:00:00Z' }
          : record,
    );
    const thirdId = await admin.upload(jsonLines(changed));
    const third = await admin.untilImport(thirdId, ['completed']);

    expect(second.counts).toEqual({
      received: 120,
      indexed: 0,
      unchanged: 120,
      rejected: 0,
      failed: 0,
      pending: 0,
    });
    expect(third.counts).toEqual({
      received: 120,
      indexed: 1,
      unchanged: 119,
      rejected: 0,
      failed: 0,
      pending: 0,
    });
    expect((await admin.get('/api/v1/cases/again-5')).body.title).toBe('quite another title');
    expect((await admin.get('/api/v1/cases/again-6')).body.title).toBe(records[6]?.['title']);
    const unchanged = await admin.all(`/api/v1/imports/${thirdId}/records?outcome=unchanged&limit=50`);
    expect(unchanged).toHaveLength(119);
    expect(unchanged.filter(({ code }) => code === 'older_version').map(({ id }) => id)).toEqual(['again-6']);
  });

  it('rejects each broken line with its number and reason, and the rest goes on', async () => {
    const admin = await sharedClient('demo-admin');
    const good = tickets('broken', 60).map((record) => JSON.stringify(record));
    const text = [
      ...good.slice(0, 3),
      '{"id": "x", ',
      '',
      '{"title": "no id"}',
      '{"id": "no text"}',
      '{"id": "typed", "title": 7}',
      `{"id": "long", "title": "${'x'.repeat(501)}"}`,
      '{"id": "dated", "title": "t", "created_at": "2026-02-30"}',
      '{"id": "lone", "title": "\\ud800"}',
      '[]',
      `{"id":"deep","title":"x","nested":${'['.repeat(3000)}${']'.repeat(3000)}}`,
      ...good.slice(3),
      JSON.stringify({ ...aTicket(1), id: 'broken-1', updated_at: '2019-01-01T00:00:00Z' }),
      '{"id": 4711, "title": "a number as id", "unknown": {"kept": true}, "resolution": null}',
    ].join('\r\n');

    const id = await admin.upload(text, { error_threshold: 1 });
    const { counts, quality } = await admin.untilImport(id, ['completed', 'failed']);

    expect(counts).toEqual({ received: 71, indexed: 61, unchanged: 0, rejected: 10, failed: 0, pending: 0 });
    const rejected = await admin.all(`/api/v1/imports/${id}/records?outcome=rejected`);
    expect(rejected.map(({ line, code }) => [line, code]).toSorted(([a], [b]) => a - b)).toEqual([
      [4, 'broken_line'],
      [6, 'missing_id'],
      [7, 'missing_text'],
      [8, 'wrong_type'],
      [9, 'over_limit'],
      [10, 'invalid_date'],
      [11, 'invalid_encoding'],
      [12, 'broken_line'],
      [13, 'over_limit'],
      [71, 'duplicate_id'],
    ]);
    expect(rejected.every(({ reason }) => typeof reason === 'string' && reason.length > 0)).toBe(true);
    expect(quality.error_rate).toBeCloseTo(10 / 71, 5);
    expect((await admin.get('/api/v1/cases/4711')).body).toMatchObject({
      title: 'a number as id',
      attributes: { unknown: { kept: true } },
    });
    expect((await admin.get('/api/v1/cases/4711')).body).not.toHaveProperty('resolution');
  });

  it('pauses above its error threshold with nothing written, and goes on or ends as a person says', async () => {
    const admin = await sharedClient('demo-admin');
    const text = (prefix: string) => `${jsonLines(tickets(prefix, 8))}broken\nbroken\n`;

    const paused = await admin.upload(text('paused'));
    const cancelled = await admin.upload(text('cancelled'));
    expect(await admin.untilImport(paused, ['needs_review', 'completed'])).toMatchObject({
      state: 'needs_review',
      counts: { received: 10, indexed: 0, rejected: 2, pending: 8 },
      quality: { error_rate: 0.2, threshold: 0.05 },
    });
    await admin.untilImport(cancelled, ['needs_review']);
    expect((await admin.get('/api/v1/cases/paused-1')).status).toBe(404);

    expect(await admin.call('POST', `/api/v1/imports/${paused}/continue`)).toMatchObject({
      status: 202,
      body: { id: paused, state: 'processing' },
    });
    expect(await admin.call('POST', `/api/v1/imports/${cancelled}/cancel`)).toMatchObject({
      status: 202,
      body: { id: cancelled, state: 'cancelled' },
    });
    expect(await admin.untilImport(paused, ['completed'])).toMatchObject({
      counts: { received: 10, indexed: 8, rejected: 2, pending: 0 },
    });
    expect(await admin.call('POST', `/api/v1/imports/${paused}/cancel`)).toMatchObject({ status: 409 });
    expect((await admin.get('/api/v1/cases/cancelled-1')).status).toBe(404);
  });

  it('takes an empty file and one with nothing valid', async () => {
    const admin = await sharedClient('demo-admin');

    const empty = await admin.untilImport(await admin.upload(''), ['completed', 'failed']);
    const blank = await admin.untilImport(await admin.upload('\n \r\n\n', {}), ['completed', 'failed']);

    for (const { counts, state } of [empty, blank]) {
      expect({ state, counts }).toEqual({
        state: 'completed',
        counts: { received: 0, indexed: 0, unchanged: 0, rejected: 0, failed: 0, pending: 0 },
      });
    }
  });

  it('takes one upload only', async () => {
    const admin = await sharedClient('demo-admin');
    const { body } = await admin.post('/api/v1/imports', { format: 'jsonl' });
    const put = () =>
      fetch(body.upload.url, {
        method: body.upload.method,
        headers: body.upload.headers,
        body: jsonLines([aTicket(1)]),
      });

    expect((await put()).status).toBe(200);
    expect((await put()).status).toBe(412);
    const tampered = body.upload.url.replace(body.id, `${body.id}x`);
    expect((await fetch(tampered, { method: 'PUT', headers: body.upload.headers, body: 'x' })).status).toBe(
      403,
    );
  });

  it('is listed newest first, page by page', async () => {
    const admin = await sharedClient('demo-admin');
    const made: string[] = [];
    for (const name of ['one', 'two', 'three'])
      made.push((await admin.post('/api/v1/imports', { format: 'jsonl', name })).body.id);

    const listed = (await admin.all('/api/v1/imports?limit=2')).map(({ id }) => id);

    expect(listed.filter((id) => made.includes(id))).toEqual(made.toReversed());
    expect(new Set(listed).size).toBe(listed.length);
  });
});
