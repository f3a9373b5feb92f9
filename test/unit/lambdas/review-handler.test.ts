import { describe, expect, it } from 'vitest';
import { jsdiffTextDiff } from '#adapters/embedded/jsdiff-text-diff.ts';
import { ArticleClaims } from '#contracts/article-claims.ts';
import { ArticleDiff } from '#contracts/article-diff.ts';
import { ArticleVersionView, VersionPageView } from '#contracts/article-version.ts';
import { ArticleView } from '#contracts/article.ts';
import { ReviewQueuePage } from '#contracts/review-queue.ts';
import { proposeChange } from '#core/articles/propose-change.ts';
import { createHandler } from '#lambdas/review/handler.ts';
import { aCase } from '#test/support/a-case.ts';
import { aDraft } from '#test/support/a-draft.ts';
import { aContext, anApiEvent } from '#test/support/an-api-event.ts';
import { anArticle } from '#test/support/an-article.ts';
import { memoryCaseStore } from '#test/support/memory-case-store.ts';
import { memoryRequestClaims } from '#test/support/memory-request-claims.ts';
import { setupReview } from '#test/unit/articles/setup-review.ts';

const ID = 'kb-p-1';

type Asked = {
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly roles?: string;
  readonly tenant?: string;
  readonly id?: string;
};

/** A draft that waits, beside an article that another one was proposed for. */
const setup = async () => {
  const world = setupReview(anArticle());
  await world.drafted();
  await proposeChange(world)('demo', 'a-1', aDraft('Replace the fuser.', 'e-2'));
  const cases = memoryCaseStore([aCase({ id: 'c-e-1', content: { title: 'x', status: 'open' } })]);
  const handler = createHandler({
    ...world,
    cases,
    claims: memoryRequestClaims(),
    texts: jsdiffTextDiff,
    minutesACase: 20,
  });
  const call = async (
    method: 'GET' | 'POST',
    route: string,
    { body, query = {}, headers = {}, roles = 'engineer', tenant, id = ID }: Asked = {},
  ) => {
    const [, version] = /versions\/(\w+)$/.exec(route) ?? [];
    const resource = `/api/v1/knowledge/${route.replace(/versions\/\w+$/, 'versions/{version}')}`;
    const answer = await handler(
      anApiEvent({
        httpMethod: method,
        resource,
        path: resource,
        pathParameters: resource.includes('{id}') ? { id, ...(version && { version }) } : null,
        queryStringParameters: { ...query },
        headers: { 'content-type': 'application/json', ...headers },
        body,
        roles,
        tenant,
      }),
      aContext(),
    );
    return { status: answer.statusCode, headers: answer.headers ?? {}, body: JSON.parse(answer.body) };
  };
  return { ...world, call };
};

const DECISIONS = [
  ['{id}/approve', {}],
  ['{id}/reject', { reason: 'no' }],
  ['{id}/merge', { into: 'a-1' }],
  ['{id}/proposal/accept', {}],
  ['{id}/proposal/reject', { reason: 'no' }],
] as const;

describe('the routes of reviews', () => {
  it('answer as their contracts say', async () => {
    const { call } = await setup();
    const row = (await call('GET', '{id}/versions')).body.items[0];

    const answers = [
      [ReviewQueuePage, await call('GET', 'review-queue')],
      [VersionPageView, await call('GET', '{id}/versions')],
      [ArticleVersionView, await call('GET', `{id}/versions/${row.version}`)],
      [
        ArticleDiff,
        await call('GET', '{id}/diff', { query: { from: String(row.version), to: String(row.version) } }),
      ],
      [ArticleClaims, await call('GET', '{id}/claims')],
      [ArticleView, await call('POST', '{id}/approve', { body: {} })],
      [ArticleView, await call('POST', '{id}/proposal/reject', { body: { reason: 'no' }, id: 'a-1' })],
    ] as const;

    for (const [schema, { status, body }] of answers) {
      expect(status).toBe(200);
      expect(schema.parse(body)).toEqual(body);
    }
  });

  it('take a draft from the queue to the readers', async () => {
    const { call } = await setup();
    const { body: queue } = await call('GET', 'review-queue');
    expect(queue.items.map(({ id }: { id: string }) => id)).toEqual([ID, 'a-1']);
    expect(queue.items[0]).toMatchObject({ minutes_saved: 40, why: { reason: 'new_draft' } });

    const approved = await call('POST', '{id}/approve', {
      body: { state: 'validated', reason: 'right' },
      headers: { 'if-match': `"${queue.items[0].version}"` },
    });

    expect(approved).toMatchObject({ status: 200, body: { state: 'validated' } });
    expect(approved.headers).toMatchObject({ etag: `"${queue.items[0].version + 1}"` });
    expect((await call('GET', 'review-queue')).body.items).toHaveLength(1);
    expect((await call('GET', '{id}/versions')).body.items[0]).toMatchObject({
      kind: 'approved',
      by: { kind: 'principal', id: 'demo-admin' },
      reason: 'right',
      current: true,
    });
  });

  it.each(DECISIONS)(
    '%s: 412 over another version, 404 for another tenant, 403 for an agent',
    async (route, body) => {
      const { call, articles } = await setup();
      const before = await articles.find('demo', ID);

      expect(await call('POST', route, { body, headers: { 'if-match': '"1"' } })).toMatchObject({
        status: 412,
        body: { code: 'version_mismatch' },
      });
      expect(await call('POST', route, { body, tenant: 'other' })).toMatchObject({ status: 404 });
      expect(await call('POST', route, { body, id: 'nobody' })).toMatchObject({ status: 404 });
      expect(await call('POST', route, { body, roles: 'agent' })).toMatchObject({ status: 403 });
      expect(await call('POST', route, { body: { ...body, colour: 'red' } })).toMatchObject({ status: 422 });
      expect(await articles.find('demo', ID)).toEqual(before);
    },
  );

  it.each(['{id}/versions', '{id}/versions/1', '{id}/diff', '{id}/claims'])(
    'GET %s: 404 for another tenant',
    async (route) => {
      const { call } = await setup();
      const query: Record<string, string> = route.endsWith('diff') ? { from: '1', to: '1' } : {};

      expect(await call('GET', route, { query, tenant: 'other' })).toMatchObject({ status: 404 });
      expect((await call('GET', 'review-queue', { tenant: 'other' })).body.items).toEqual([]);
    },
  );

  it('decide once under an idempotency key', async () => {
    const { call, kinds } = await setup();
    const asked = { body: { reason: 'no' }, headers: { 'idempotency-key': 'k-1' }, id: 'a-1' };

    const first = await call('POST', '{id}/proposal/reject', asked);
    const second = await call('POST', '{id}/proposal/reject', asked);

    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.headers).toMatchObject({ 'idempotency-replayed': 'true' });
    expect(await kinds('a-1')).toEqual(['proposed', 'proposal_made', 'proposal_rejected']);
  });

  it('page by cursors that fit no other list', async () => {
    const { call } = await setup();
    const page = await call('GET', 'review-queue', { query: { limit: '1' } });
    const cursor = page.body.next_cursor;

    expect((await call('GET', 'review-queue', { query: { limit: '1', cursor } })).body.items).toMatchObject([
      { id: 'a-1' },
    ]);
    for (const [route, asked] of [
      ['review-queue', { query: { cursor }, tenant: 'other' }],
      ['review-queue', { query: { cursor, reason: 'duplicate' } }],
      ['{id}/versions', { query: { cursor } }],
      ['{id}/versions', { query: { cursor: 'x' } }],
    ] as const)
      expect(await call('GET', route, asked)).toMatchObject({ status: 400 });

    const versions = await call('GET', '{id}/versions', { id: 'a-1', query: { limit: '1' } });
    expect(versions.body.items).toMatchObject([{ kind: 'proposal_made' }]);
    const rest = await call('GET', '{id}/versions', {
      id: 'a-1',
      query: { limit: '9', cursor: versions.body.next_cursor },
    });
    expect(rest.body).toMatchObject({ items: [{ kind: 'proposed' }], next_cursor: null });
  });

  it.each([
    ['{id}/diff', { query: { from: '1' } }, 400],
    ['{id}/diff', { query: { from: '1', to: 'x' } }, 400],
    ['{id}/versions/abc', {}, 400],
    ['{id}/versions/1', {}, 404],
    ['review-queue', { query: { reason: 'bored' } }, 400],
    ['review-queue', { roles: 'agent' }, 403],
    ['{id}/versions', { roles: 'viewer' }, 403],
    ['{id}/claims', { roles: 'viewer' }, 404],
  ] as const)('refuse GET %s %j with %i', async (route, asked, status) => {
    const { call } = await setup();

    expect((await call('GET', route, asked)).status).toBe(status);
  });
});
