import type { APIGatewayProxyEvent } from 'aws-lambda';
import { AuthoriserContext } from '#contracts/principal.ts';
import { holdsPermission } from '#contracts/role.ts';
import type { Route } from '#contracts/route.ts';
import { DomainError } from '#core/domain-error.ts';
import type { Caller } from './operation.ts';

/** The caller that the authoriser vouches for, refused with `forbidden` when no role of theirs holds the route's permission. */
export const permittedCaller = (route: Route, event: APIGatewayProxyEvent): Caller | undefined => {
  const { permission } = route;
  if (permission === 'public') return undefined;
  const caller = AuthoriserContext.parse(event.requestContext.authorizer);
  if (!holdsPermission(caller.roles, permission)) {
    throw new DomainError('forbidden', `${route.method} ${route.path} needs the permission ${permission}`);
  }
  return caller;
};
