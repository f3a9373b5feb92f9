import { describe, expect, it } from 'vitest';
import { DomainError } from '#core/domain-error.ts';
import { IndexUnavailable } from '#core/search/index-unavailable.ts';
import { problemResponse } from '#lambdas/shared/problem-response.ts';

describe('problemResponse', () => {
  it('says when to come back where that is known, and nothing of the cause', () => {
    const answer = problemResponse(new IndexUnavailable('all', new Error('inside')), '/api/v1/search/hybrid');

    expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '15' } });
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'unavailable', status: 503 });
    expect(answer.body).not.toContain('inside');
  });

  it('leaves that out elsewhere', () => {
    const { headers } = problemResponse(new DomainError('not_found', 'no case c-1'), '/api/v1/cases/c-1');

    expect(headers).not.toHaveProperty('retry-after');
  });
});
