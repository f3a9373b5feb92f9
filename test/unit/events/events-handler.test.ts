import { describe, expect, it } from 'vitest';
import { EventResults } from '#contracts/event.ts';
import { createHandler } from '#lambdas/events/handler.ts';
import { aContext, anApiEvent } from '#test/support/an-api-event.ts';
import { eventWorld } from '#test/support/event-world.ts';

const upsert = (id: string, more: Record<string, unknown> = {}) => ({
  event_id: `e-${id}`,
  type: 'case_update',
  action: 'upsert',
  occurred_at: '2026-02-01T10:00:00+01:00',
  case: { id, title: 'Blank pages', ...more },
});

const setup = (roles = 'engineer') => {
  const world = eventWorld();
  const handler = createHandler(world);
  const send = async (body: unknown) => {
    const event = anApiEvent({
      httpMethod: 'POST',
      resource: '/api/v1/events',
      path: '/api/v1/events',
      body,
      roles,
    });
    const { statusCode, body: answer } = await handler(event, aContext());
    return { status: statusCode, body: JSON.parse(answer) as unknown };
  };
  return { world, send };
};

describe('POST /events', () => {
  it('takes the good ones and rejects each bad one with its fields', async () => {
    const { world, send } = setup();
    const article = {
      ...upsert('x'),
      event_id: 'e-a',
      type: 'knowledge_update',
      case: undefined,
      article: { id: 'a-1', title: 'Worn drum', content: 'Replace it.', state: 'validated', version: 4 },
    };

    const { status, body } = await send({
      events: [
        upsert('c-1', { updated_at: 'ignored', lineage: {} }),
        upsert('c-2', { colour: 'red' }),
        { ...upsert('c-3'), occurred_at: 'yesterday' },
        7,
        upsert('c-4', { title: ' ' }),
        article,
      ],
    });

    expect(status).toBe(202);
    expect(EventResults.parse(body).results).toEqual([
      { event_id: 'e-c-1', status: 'accepted' },
      {
        event_id: 'e-c-2',
        status: 'rejected',
        code: 'invalid_request',
        errors: [{ path: '/events/1/case/colour', message: 'unknown field' }],
      },
      {
        event_id: 'e-c-3',
        status: 'rejected',
        code: 'invalid_request',
        errors: [{ path: '/events/2/occurred_at', message: 'not an ISO 8601 date' }],
      },
      {
        event_id: null,
        status: 'rejected',
        code: 'invalid_request',
        errors: [{ path: '/events/3', message: expect.any(String) }],
      },
      {
        event_id: 'e-c-4',
        status: 'rejected',
        code: 'invalid_request',
        errors: [{ path: '/events/4/case/title', message: 'title or description is required' }],
      },
      { event_id: 'e-a', status: 'accepted' },
    ]);
    expect(await world.cases.find('demo', 'c-1')).toMatchObject({
      sourceUpdatedAt: '2026-02-01T09:00:00.000Z',
    });
    expect(await world.articles.find('demo', 'a-1')).toMatchObject({ state: 'work_in_progress' });
  });

  it('takes a deletion by its id alone, whatever else it carries', async () => {
    const { world, send } = setup();
    const gone = { ...upsert('c-1'), action: 'delete', case: { id: 'c-1', anything: 1 } };

    expect(await send({ events: [gone] })).toMatchObject({ body: { results: [{ status: 'accepted' }] } });
    expect(await world.cases.find('demo', 'c-1')).toMatchObject({ deleted: true, bySource: true });
  });

  it('rejects what the caller may not write, and nothing else', async () => {
    const { world, send } = setup('agent');
    const gone = { ...upsert('c-2'), type: 'knowledge_update', action: 'delete', case: undefined };

    const { body } = await send({ events: [{ ...gone, article: { id: 'a-1' } }, upsert('c-1')] });

    expect(body).toEqual({
      results: [
        { event_id: 'e-c-2', status: 'rejected', code: 'forbidden' },
        { event_id: 'e-c-1', status: 'accepted' },
      ],
    });
    expect(await world.articles.find('demo', 'a-1')).toBeUndefined();
  });

  it.each([
    ['no events', { events: [] }],
    ['101 events', { events: Array.from({ length: 101 }, (_, n) => upsert(`c-${n}`)) }],
    ['a tenant', { events: [upsert('c-1')], tenant: 'other' }],
    ['no list', { events: {} }],
  ])('refuses a body with %s whole', async (_, body) => {
    expect(await setup().send(body)).toMatchObject({ status: 422, body: { code: 'invalid_request' } });
  });

  it('is closed to those who only read', async () => {
    expect(await setup('viewer').send({ events: [upsert('c-1')] })).toMatchObject({ status: 403 });
  });
});
