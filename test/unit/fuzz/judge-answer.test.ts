import { describe, expect, it } from 'vitest';
import { clientDocument } from '#lib/openapi/client-document.ts';
import { fuzzedOperations } from '#test/fuzz/fuzzed-operations.ts';
import type { RawAnswer } from '#test/fuzz/http-exchange.ts';
import { answerJudge } from '#test/fuzz/judge-answer.ts';

const document = clientDocument('http://localhost');
const judge = answerJudge(document);
const at = (path: string) =>
  fuzzedOperations(document).find((one) => one.method === 'GET' && one.path === path)!;

const CASE = { id: 'c', status: 'open', created_at: 'x', updated_at: 'x' };
const answer = (overrides: Partial<RawAnswer> & { json?: unknown } = {}): RawAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json', 'x-request-id': 'r', etag: '"1"' },
  body: Buffer.from(JSON.stringify(overrides.json ?? CASE)),
  ...overrides,
});
const problem = (code: string, status: number) => ({
  status,
  headers: { 'content-type': 'application/problem+json', 'x-request-id': 'r' },
  body: Buffer.from(JSON.stringify({ type: 't', title: 't', status: 404, code, detail: 'd', instance: '/' })),
});

describe('answerJudge', () => {
  it('is content with what is documented', () => {
    expect(judge(at('/api/v1/cases/{id}'), answer())).toEqual([]);
    expect(judge(at('/api/v1/cases/{id}'), problem('not_found', 404))).toEqual([]);
  });

  it.each([
    ['a status that is not documented', answer({ status: 418 })],
    ['a fault', problem('internal_error', 500)],
    ['a field more', answer({ json: { ...CASE, secret: 1 } })],
    ['a field less', answer({ json: { id: 'c' } })],
    ['another type', answer({ json: { ...CASE, tags: 'x' } })],
    ['a missing header', answer({ headers: { 'content-type': 'application/json', 'x-request-id': 'r' } })],
    [
      'another media type',
      answer({ headers: { 'content-type': 'text/plain', 'x-request-id': 'r', etag: '"1"' } }),
    ],
    ['a code of another status', problem('throttled', 404)],
    ['a problem that says another status', problem('forbidden', 403)],
  ])('finds %s', (_, wrong) => {
    expect(judge(at('/api/v1/cases/{id}'), wrong)).not.toEqual([]);
  });

  it('finds a legacy path that does not say so', () => {
    expect(judge(at('/cases/{id}'), answer())).toHaveLength(3);
  });
});
