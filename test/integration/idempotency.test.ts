import { describe, expect, it } from 'vitest';
import { sharedClient } from '#test/support/shared-stack.ts';

const key = (text: string) => ({ 'idempotency-key': text });

describe('Idempotency-Key', () => {
  it('makes one case of two requests, and answers both alike', async () => {
    const agent = await sharedClient('demo-agent');
    const wish = { title: 'Router lost its settings', customer: 'idem-customer' };

    const first = await agent.post('/api/v1/cases', wish, key('idem-1'));
    const second = await agent.post('/api/v1/cases', wish, key('idem-1'));

    expect(first.status).toBe(201);
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    for (const name of ['etag', 'location', 'content-type'])
      expect(second.headers.get(name)).toBe(first.headers.get(name));
    expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
  });

  it('refuses another body, another case, and a key that is none', async () => {
    const agent = await sharedClient('demo-agent');
    await agent.post('/api/v1/cases', { id: 'idem-a', title: 'A' }, key('idem-2'));
    expect(await agent.post('/api/v1/cases', { id: 'idem-b', title: 'B' }, key('idem-2'))).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
    await agent.post('/api/v1/cases', { id: 'idem-b', title: 'B' });
    const note = { type: 'note', body: 'Same words' };
    expect((await agent.post('/api/v1/cases/idem-a/feed', note, key('idem-3'))).status).toBe(201);
    expect((await agent.post('/api/v1/cases/idem-b/feed', note, key('idem-3'))).status).toBe(422);
    for (const bad of ['x'.repeat(256), 'caf\u00e9'])
      expect(await agent.post('/api/v1/cases', { title: 'C' }, key(bad))).toMatchObject({
        status: 400,
        body: { code: 'malformed_request' },
      });
  });

  it('belongs to one principal of one tenant on one route', async () => {
    const [agent, engineer, other] = await Promise.all(
      ['demo-agent', 'demo-engineer', 'other-admin'].map(sharedClient),
    );
    const wish = { title: 'The same for all' };
    const answers = await Promise.all(
      [agent!, engineer!, other!].map((client) => client.post('/api/v1/cases', wish, key('idem-4'))),
    );

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(3);
  });

  it('lets one of many at once through', async () => {
    const agent = await sharedClient('demo-agent');
    const path = '/api/v1/cases/idem-many/feed';
    await agent.post('/api/v1/cases', { id: 'idem-many', title: 'Busy' });

    const answers = await Promise.all(
      Array.from({ length: 6 }, () => agent.post(path, { type: 'note', body: 'Once' }, key('idem-5'))),
    );

    const others = answers.filter(({ status }) => status !== 201);
    expect(others.map(({ status, body }) => [status, body.code])).toEqual(
      others.map(() => [409, 'idempotency_key_in_use']),
    );
    expect(answers.some(({ status }) => status === 201)).toBe(true);
    expect(await agent.all(path)).toHaveLength(1);
  });

  it('frees the key of a refusal', async () => {
    const agent = await sharedClient('demo-agent');
    expect((await agent.post('/api/v1/cases', { nonsense: 1 }, key('idem-6'))).status).toBe(422);
    const again = await agent.post('/api/v1/cases', { title: 'Now right' }, key('idem-6'));
    expect(again.status).toBe(201);
    expect(again.headers.get('idempotency-replayed')).toBeNull();
  });

  it('keeps long answers whole', async () => {
    const agent = await sharedClient('demo-agent');
    const feed = Array.from({ length: 9 }, (_, n) => ({
      id: `f-${n}`,
      type: 'email',
      body: `${n}ä`.repeat(30_000),
      created_at: '2026-01-01',
    }));
    const wish = { title: 'A long story', feed };

    const first = await agent.post('/api/v1/cases', wish, key('idem-7'));
    const second = await agent.post('/api/v1/cases', wish, key('idem-7'));

    expect(first.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
  });

  it('makes one import of two requests, and cancels it once', async () => {
    const admin = await sharedClient('demo-admin');
    const wish = { format: 'jsonl', name: 'once' };
    const first = await admin.post('/api/v1/imports', wish, key('idem-8'));
    const second = await admin.post('/api/v1/imports', wish, key('idem-8'));
    expect(second).toMatchObject({ status: 201, body: first.body });

    const path = `/api/v1/imports/${first.body.id}/cancel`;
    expect((await admin.call('POST', path, undefined, key('idem-9'))).status).toBe(202);
    expect((await admin.call('POST', path, undefined, key('idem-9'))).status).toBe(202);
    expect((await admin.call('POST', path)).status).toBe(409);
  });
});
