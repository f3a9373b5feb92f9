import type { APIGatewayAuthorizerResult, APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import type { Principal } from '#contracts/principal.ts';
import { DomainError } from '#core/domain-error.ts';
import { identifyCaller, type IdentifyCallerDeps } from '#core/use-cases/identify-caller.ts';
import { log } from '#lambdas/shared/log.ts';
import { measure } from '#lambdas/shared/measure.ts';
import { observed } from '#lambdas/shared/observed.ts';

/** The whole stage: the answer is cached by token, and which route a role may call is checked in the functions. */
const wholeStage = (methodArn: string): string => `${methodArn.split('/').slice(0, 2).join('/')}/*`;

const policy = (
  effect: 'Allow' | 'Deny',
  methodArn: string,
  principalId: string,
): APIGatewayAuthorizerResult => ({
  principalId,
  policyDocument: {
    Version: '2012-10-17',
    Statement: [{ Action: 'execute-api:Invoke', Effect: effect, Resource: wholeStage(methodArn) }],
  },
});

const allow = (principal: Principal, methodArn: string): APIGatewayAuthorizerResult => {
  measure('CallersAllowed', 1);
  return {
    ...policy('Allow', methodArn, principal.subject),
    context: { tenant: principal.tenant, principal: principal.subject, roles: principal.roles.join(',') },
  };
};

/** A refusal in API Gateway's words: it answers 401 to an error with exactly this message, 403 to a denial. */
const refuse = (error: unknown, methodArn: string): APIGatewayAuthorizerResult => {
  if (!(error instanceof DomainError)) throw error;
  measure('CallersRefused', 1);
  log('CALLER_REFUSED', { code: error.code });
  if (error.code === 'unauthenticated') throw new Error('Unauthorized');
  return policy('Deny', methodArn, 'nobody');
};

/** The API's authoriser: who calls, for which tenant, in which roles. */
export const createHandler = (deps: IdentifyCallerDeps) => {
  const identify = identifyCaller(deps);
  return observed(async (event: APIGatewayRequestAuthorizerEvent): Promise<APIGatewayAuthorizerResult> => {
    const header = Object.entries(event.headers ?? {}).find(
      ([name]) => name.toLowerCase() === 'authorization',
    );
    return identify(header?.[1] ?? '').then(
      (principal) => allow(principal, event.methodArn),
      (error: unknown) => refuse(error, event.methodArn),
    );
  });
};
