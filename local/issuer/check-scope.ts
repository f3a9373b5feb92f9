import { SCOPE } from './discovery-document.ts';
import { OauthError } from './oauth-error.ts';

/** Refuses a scope that is not ours; none asks for the usual one. */
export const checkScope = (scope: string | undefined): void => {
  if (scope !== undefined && scope !== SCOPE) throw new OauthError('invalid_scope', `The scope is ${SCOPE}.`);
};
