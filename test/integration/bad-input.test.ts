import { describe, expect, inject, it } from 'vitest';
import { apiClient } from '#test/support/api-client.ts';
import { sharedClient } from '#test/support/shared-stack.ts';

const CASES = '/api/v1/cases';
const HYBRID = '/api/v1/search/hybrid';
const IMPORTS = '/api/v1/imports';

describe('bad input', () => {
  it.each([
    ['a broken body', 'POST', CASES, '{"title":', 400, 'malformed_request'],
    ['no body', 'POST', CASES, undefined, 400, 'malformed_request'],
    ['an unknown field', 'POST', CASES, { title: 't', colour: 'red' }, 422, 'invalid_request'],
    ['neither title nor description', 'POST', CASES, { id: 'x' }, 422, 'invalid_request'],
    ['an id with a control character', 'POST', CASES, { id: 'a\u0007', title: 't' }, 422, 'invalid_request'],
    ['a lone surrogate', 'POST', CASES, '{"title":"\\ud800"}', 422, 'invalid_request'],
    ['a long title', 'POST', CASES, { title: 'x'.repeat(501) }, 422, 'invalid_request'],
    [
      'a body above 1 MiB',
      'POST',
      CASES,
      { title: 't', description: 'x'.repeat(1024 * 1024) },
      413,
      'payload_too_large',
    ],
    ['a list for an object', 'POST', CASES, [], 422, 'invalid_request'],
    ['a bad limit', 'GET', `${CASES}?limit=0`, undefined, 400, 'malformed_request'],
    ['a limit that is no number', 'GET', `${CASES}?limit=ten`, undefined, 400, 'malformed_request'],
    ['a bad cursor', 'GET', `${CASES}?cursor=AAAA`, undefined, 400, 'malformed_request'],
    ['a bad date', 'GET', `${CASES}?updated_from=yesterday`, undefined, 400, 'malformed_request'],
    ['an unknown route', 'GET', '/api/v1/nothing', undefined, 404, 'not_found'],
    ['an unknown method', 'PATCH', CASES, { title: 't' }, 404, 'not_found'],
    ['an id that nobody has', 'GET', `${CASES}/nobody`, undefined, 404, 'not_found'],
    ['an empty query', 'POST', HYBRID, { query: '   ' }, 422, 'invalid_request'],
    ['a long query', 'POST', HYBRID, { query: 'x'.repeat(1001) }, 422, 'invalid_request'],
    [
      'weights of nothing',
      'POST',
      HYBRID,
      { query: 'q', weights: { keyword: 0, vector: 0 } },
      422,
      'invalid_request',
    ],
    ['a bad search cursor', 'POST', HYBRID, { query: 'q', cursor: 'AAAA' }, 400, 'malformed_request'],
    ['similarity to nothing', 'POST', '/api/v1/search/similarity', {}, 422, 'invalid_request'],
    ['similarity to nobody', 'POST', '/api/v1/search/similarity', { case_id: 'nobody' }, 404, 'not_found'],
    [
      'similarity to no article',
      'POST',
      '/api/v1/search/similarity',
      { article_id: 'nobody' },
      404,
      'not_found',
    ],
    ['an unknown format', 'POST', IMPORTS, { format: 'xml' }, 422, 'invalid_request'],
    ['a threshold above 1', 'POST', IMPORTS, { format: 'jsonl', error_threshold: 2 }, 422, 'invalid_request'],
    ['an import that nobody has', 'GET', `${IMPORTS}/nobody`, undefined, 404, 'not_found'],
    [
      'an unknown outcome',
      'GET',
      `${IMPORTS}/nobody/records?outcome=lost`,
      undefined,
      400,
      'malformed_request',
    ],
  ])('%s is refused with a problem', async (_, method, path, body, status, code) => {
    const admin = await sharedClient('demo-admin');

    const answer = await admin.call(method, path, body);

    expect(answer).toMatchObject({
      status,
      body: { status, code, detail: expect.any(String), title: expect.any(String) },
    });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('x-request-id')).toBeTruthy();
  });

  it('in another media type is 415', async () => {
    const admin = await sharedClient('demo-admin');

    expect(await admin.post(CASES, 'title: t', { 'content-type': 'text/yaml' })).toMatchObject({
      status: 415,
      body: { code: 'unsupported_media_type' },
    });
  });

  it.each([
    '"',
    '"open',
    'NEAR(a b)',
    'printer AND',
    '*',
    '-printer',
    'title:printer',
    "'; DROP TABLE passages; --",
    '((((',
    '\\',
    '%',
    '🙂',
    'a'.repeat(1000),
  ])('is plain text as a query: %j', async (query) => {
    const admin = await sharedClient('demo-admin');

    expect((await admin.post(HYBRID, { query })).status).toBe(200);
    expect((await admin.post('/api/v1/search/similarity', { query })).status).toBe(200);
  });

  it('without a token, with a bad one, or without the role is refused', async () => {
    const url = inject('stackUrl');
    const viewer = await sharedClient('demo-viewer');

    expect(await apiClient(url).get(CASES)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(await apiClient(url, 'nonsense').get(CASES)).toMatchObject({
      status: 401,
      body: { code: 'unauthenticated' },
    });
    expect(await viewer.post(CASES, { title: 't' })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect(await viewer.post(IMPORTS, { format: 'jsonl' })).toMatchObject({ status: 403 });
    expect(await (await sharedClient('demo-engineer')).post(IMPORTS, { format: 'jsonl' })).toMatchObject({
      status: 403,
    });
    expect((await viewer.get(CASES)).status).toBe(200);
  });
});
