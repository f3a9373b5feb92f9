import { describe, expect, it } from 'vitest';
import { aTicket, jsonLines } from '#test/support/a-ticket.ts';
import { eventually } from '#test/support/eventually.ts';
import { sharedClient } from '#test/support/shared-stack.ts';

describe('a tenant', () => {
  it('never sees anything of another one', async () => {
    const demo = await sharedClient('demo-admin');
    const other = await sharedClient('other-admin');
    const secret = 'Wolpertinger habitat thermostat';
    const records = [
      aTicket(0, { id: 'secret-0', title: secret }),
      ...[1, 2, 3].map((n) => aTicket(n, { id: `secret-${n}` })),
      { id: 'bad' },
    ];
    const importId = await demo.upload(jsonLines(records), { error_threshold: 1 });
    await demo.untilImport(importId, ['completed']);
    expect((await demo.post('/api/v1/search/hybrid', { query: secret })).body.results[0].id).toBe('secret-0');

    // The other tenant has cases of its own, so that its searches have something to search.
    await other.post('/api/v1/cases', { id: 'own-0', title: 'Thermostat of our own' });
    await eventually(async () => {
      const { body } = await other.post('/api/v1/search/hybrid', { query: 'thermostat' });
      return body.results.some((result: { id: string }) => result.id === 'own-0') || undefined;
    }, 5);

    const nobody = await other.get('/api/v1/cases/nobody-has-this');
    const hidden = await other.get('/api/v1/cases/secret-0');
    expect({ ...hidden.body, instance: '' }).toEqual({ ...nobody.body, instance: '' });
    expect(hidden.status).toBe(404);
    expect((await other.put('/api/v1/cases/secret-0', { title: 't' })).status).toBe(404);
    expect((await other.delete('/api/v1/cases/secret-0')).status).toBe(404);
    expect((await other.post('/api/v1/search/similarity', { case_id: 'secret-0' })).status).toBe(404);
    for (const path of ['', '/records', '/records?outcome=rejected']) {
      expect((await other.get(`/api/v1/imports/${importId}${path}`)).status).toBe(404);
    }
    for (const action of ['continue', 'cancel']) {
      expect((await other.call('POST', `/api/v1/imports/${importId}/${action}`)).status).toBe(404);
    }

    for (const body of [
      { query: secret },
      { query: 'thermostat', weights: { keyword: 0, vector: 1 }, limit: 100 },
    ]) {
      const found = await other.post('/api/v1/search/hybrid', body);
      expect(JSON.stringify(found.body)).not.toContain('secret-');
    }
    expect((await other.all('/api/v1/cases')).map(({ id }) => id)).not.toContain('secret-0');
    expect((await other.all('/api/v1/imports')).map(({ id }) => id)).not.toContain(importId);
  });

  it('cannot use the cursor of another one', async () => {
    const demo = await sharedClient('demo-admin');
    const other = await sharedClient('other-admin');
    for (const n of [1, 2, 3]) await demo.post('/api/v1/cases', { id: `cursor-${n}`, title: `cursor ${n}` });
    const cases = (await demo.get('/api/v1/cases?limit=1')).body.next_cursor;
    for (const n of [1, 2]) await demo.post('/api/v1/imports', { format: 'jsonl', name: `cursor ${n}` });
    const imports = (await demo.get('/api/v1/imports?limit=1')).body.next_cursor;

    const search = (cursor?: string) => ({
      query: 'cursor',
      limit: 1,
      ...(cursor !== undefined && { cursor }),
    });
    const hits = await eventually(async () => {
      const { body } = await demo.post('/api/v1/search/hybrid', search());
      return body.next_cursor ?? undefined;
    }, 5);

    expect((await demo.post('/api/v1/search/hybrid', search(hits))).status).toBe(200);
    expect(await other.post('/api/v1/search/hybrid', search(hits))).toMatchObject({
      status: 400,
      body: { code: 'malformed_request' },
    });
    expect(cases).toBeTruthy();
    expect(imports).toBeTruthy();
    expect(await other.get(`/api/v1/cases?limit=1&cursor=${cases}`)).toMatchObject({
      status: 400,
      body: { code: 'malformed_request' },
    });
    expect(await other.get(`/api/v1/imports?limit=1&cursor=${imports}`)).toMatchObject({ status: 400 });
  });

  it('cannot upload in the name of another one', async () => {
    const other = await sharedClient('other-admin');
    const { body } = await other.post('/api/v1/imports', { format: 'jsonl' });
    const { url, method, headers } = body.upload;

    const moved = await fetch(url.replace('/uploads/other/', '/uploads/demo/'), {
      method,
      headers,
      body: 'x',
    });

    expect(url).toContain('/uploads/other/');
    expect(moved.status).toBe(403);
  });

  it('is never taken from the body, the query or a header', async () => {
    const other = await sharedClient('other-admin');

    expect((await other.post('/api/v1/cases', { id: 'mine', title: 't', tenant: 'demo' })).status).toBe(422);
    expect((await other.get('/api/v1/cases?tenant=demo')).status).toBe(400);
    await other.post('/api/v1/cases', { id: 'by-header', title: 't' }, { 'x-tenant': 'demo' });
    expect((await (await sharedClient('demo-admin')).get('/api/v1/cases/by-header')).status).toBe(404);
  });
});
