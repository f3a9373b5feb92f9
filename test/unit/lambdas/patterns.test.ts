import { describe, expect, it } from 'vitest';
import { createHandler } from '#lambdas/patterns/handler.ts';
import { PatternDetail, PatternPageView } from '#contracts/pattern.ts';
import { PatternWhy } from '#contracts/pattern-why.ts';
import { aContext, anApiEvent } from '#test/support/an-api-event.ts';
import { aPattern } from '#test/support/a-pattern.ts';
import { groupingWorld } from '#test/support/grouping-world.ts';

const setup = async () => {
  const world = groupingWorld();
  await world.fill('worn', 6);
  await world.fill('fake', 8);
  await world.fill('paper', 5);
  await world.fill('paper', 5, 'other');
  await world.group();
  await world.group('other');
  const heads = {
    findMany: async (tenant: string, ids: readonly string[]) => {
      const rows = await world.cases.findMany(tenant, ids);
      return new Map(
        [...rows].map(([id, row]) => [id, { ...row, sourceUpdatedAt: undefined, importId: undefined }]),
      );
    },
  };
  const handler = createHandler({ ...world.deps, patterns: world.patterns, heads });
  const call = async (
    path: string,
    {
      query,
      roles = 'engineer',
      tenant,
    }: { query?: Record<string, string>; roles?: string; tenant?: string } = {},
  ) => {
    const id = path.split('/')[1];
    const answer = await handler(
      anApiEvent({
        resource: `/api/v1/patterns${path.replace(/^\/[^/]+/, '/{id}')}`,
        path: `/api/v1/patterns${path}`,
        pathParameters: id === undefined ? null : { id },
        queryStringParameters: query ?? null,
        roles,
        ...(tenant !== undefined && { tenant }),
      }),
      aContext(),
    );
    return { status: answer.statusCode, body: JSON.parse(answer.body) };
  };
  const idOf = async (caseId: string, tenant = 'demo') => (await world.patterns.ofCase(tenant, caseId))!;
  return { ...world, call, idOf };
};

describe('patterns', () => {
  it('are listed by id, page by page', async () => {
    const { call } = await setup();
    const first = await call('', { query: { limit: '2' } });
    const second = await call('', { query: { limit: '2', cursor: first.body.next_cursor } });

    const items = [...PatternPageView.parse(first.body).items, ...PatternPageView.parse(second.body).items];
    expect(items.map(({ size }) => size).toSorted((one, other) => one - other)).toEqual([5, 6, 8]);
    expect(items.map(({ id }) => id)).toEqual(items.map(({ id }) => id).toSorted());
    expect(second.body.next_cursor).toBeNull();
    expect(items[0]).toMatchObject({ outcome: 'waiting', outdated: true, customers: 3 });
  });

  it('are listed by category and outcome', async () => {
    const { call, patterns, idOf } = await setup();
    const id = await idOf('paper-0');
    const pattern = (await patterns.find('demo', id))!;
    const outcome = { kind: 'refused', reason: 'no_cause', questions: ['What was the cause?'] } as const;
    await patterns.write(
      { ...pattern, category: 'printing', outcome, decidedOn: pattern.evidence, version: 2 },
      1,
    );

    const queries: Record<string, string>[] = [
      { category: 'printing' },
      { outcome: 'refused' },
      { category: 'printing', outcome: 'refused' },
    ];
    for (const query of queries)
      expect((await call('', { query })).body).toMatchObject({
        items: [
          { id, outcome: 'refused', reason: 'no_cause', questions: outcome.questions, outdated: false },
        ],
        next_cursor: null,
      });
    expect((await call('', { query: { category: 'printing', outcome: 'waiting' } })).body.items).toEqual([]);
  });

  it('are looked for in bounded parts', async () => {
    const { call, patterns } = await setup();
    for (let n = 0; n < 1_100; n += 1)
      await patterns.write(aPattern({ id: `m-${String(n).padStart(4, '0')}` }), 0);
    const first = await call('', { query: { category: 'none', limit: '200' } });
    expect(first.body.next_cursor).not.toBeNull();
    const second = await call('', {
      query: { category: 'none', limit: '200', cursor: first.body.next_cursor },
    });

    expect(first.body.items.length + second.body.items.length).toBe(3);
    expect(second.body.next_cursor).toBeNull();
  });

  it('are read with their cases, without those that were deleted since', async () => {
    const { call, idOf, remove } = await setup();
    const id = await idOf('paper-0');
    await remove('paper-3');

    const { status, body } = await call(`/${id}`);
    expect(status).toBe(200);
    expect(PatternDetail.parse(body).case_ids).toEqual(['paper-0', 'paper-1', 'paper-2', 'paper-4']);
  });

  it('say why, naming cases that are there', async () => {
    const { call, idOf, remove } = await setup();
    const [id, twin] = [await idOf('worn-0'), await idOf('fake-0')];
    await remove('worn-0');

    const { status, body } = await call(`/${id}/why`);

    expect(status).toBe(200);
    const why = PatternWhy.parse(body);
    expect(why.summary).toBe(
      '6 cases of 3 customers tell their remedy in the same words. 1 other pattern told nearly alike is kept apart by another remedy.',
    );
    expect(why.wordings).toMatchObject([{ cases: 6, example: { id: 'worn-1' } }]);
    expect(why.near_remedies.length).toBeGreaterThan(0);
    expect(JSON.stringify(why)).not.toContain('"worn-0"');
    expect(why.apart_from).toMatchObject([{ pattern: { id: twin, size: 8 } }]);
    expect(why.thresholds).toEqual({ remedy: 0.5, complaint: 0.55, near: 0.35 });
  });

  it('that came to an article show it, and where their cases went', async () => {
    const { call, idOf, patterns, put, aKind, group } = await setup();
    const [id, heir] = [await idOf('paper-0'), await idOf('fake-0')];
    const pattern = (await patterns.find('demo', id))!;
    await patterns.write({ ...pattern, outcome: { kind: 'drafted', articleId: `kb-${id}` }, version: 2 }, 1);
    for (let n = 0; n < 5; n += 1) await put(`paper-${n}`, aKind('fake', n));
    await group();

    expect((await call(`/${id}`)).body).toMatchObject({
      size: 0,
      case_ids: [],
      article_id: `kb-${id}`,
      merged_into: heir,
      outdated: true,
    });
    expect((await call(`/${id}/why`)).status).toBe(404);
  });

  it.each([
    ['/p-unknown', {}, 404],
    ['/p-unknown/why', {}, 404],
    ['', { query: { limit: '0' } }, 400],
    ['', { query: { outcome: 'odd' } }, 400],
    ['', { query: { cursor: 'odd' } }, 400],
    ['', { query: { tenant: 'other' } }, 400],
    ['', { roles: 'agent' }, 403],
    ['', { roles: 'viewer' }, 403],
  ])('refuse %s with %j: %i', async (path, options, status) => {
    const { call } = await setup();

    expect((await call(path, options)).status).toBe(status);
  });

  it('of another tenant are not there, nor does its cursor fit', async () => {
    const { call, idOf } = await setup();
    const theirs = await idOf('worn-0');

    for (const path of [`/${theirs}`, `/${theirs}/why`])
      expect((await call(path, { tenant: 'other' })).status).toBe(404);
    const { body } = await call('', { query: { limit: '1' } });
    expect((await call('', { tenant: 'other' })).body.items).toHaveLength(1);
    expect((await call('', { tenant: 'other', query: { cursor: body.next_cursor } })).status).toBe(400);
  });
});
