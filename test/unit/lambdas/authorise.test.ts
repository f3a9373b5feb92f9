import type { APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { Principal } from '#contracts/principal.ts';
import { createHandler } from '#lambdas/authorise/handler.ts';
import { aContext } from '#test/support/an-api-event.ts';

const ARN = 'arn:aws:execute-api:us-east-1:000000000000:api/v1/GET/api/v1/cases';
const engineer: Principal = { subject: 'ada', tenant: 'demo', roles: ['engineer', 'agent'] };

const setup = (principal: Principal | undefined = engineer) => {
  const handler = createHandler({
    tokens: { subjectOf: async (token) => (token === 'good' ? 'ada' : undefined) },
    principals: { find: async (subject) => (subject === principal.subject ? principal : undefined) },
  });
  return (headers: Record<string, string>) =>
    handler({ headers, methodArn: ARN } as unknown as APIGatewayRequestAuthorizerEvent, aContext());
};

describe('authorise', () => {
  it('allows the whole stage and says tenant, principal and roles', async () => {
    expect(await setup()({ Authorization: 'Bearer good' })).toEqual({
      principalId: 'ada',
      policyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Action: 'execute-api:Invoke',
            Effect: 'Allow',
            Resource: 'arn:aws:execute-api:us-east-1:000000000000:api/v1/*',
          },
        ],
      },
      context: { tenant: 'demo', principal: 'ada', roles: 'engineer,agent' },
    });
  });

  it.each<Record<string, string>>([
    {},
    { Authorization: 'Bearer bad' },
    { Authorization: 'Basic good' },
    { authorization: 'good' },
  ])('answers Unauthorized to %o', async (headers) => {
    await expect(setup()(headers)).rejects.toThrow(/^Unauthorized$/);
  });

  it.each([
    ['nobody we know', { ...engineer, subject: 'bob' }],
    ['a disabled principal', { ...engineer, disabled: true }],
  ])('denies %s', async (_, principal) => {
    const answer = await setup(principal)({ authorization: 'bearer good' });

    expect(answer.policyDocument.Statement[0]).toMatchObject({ Effect: 'Deny' });
    expect(answer.context).toBeUndefined();
  });
});
