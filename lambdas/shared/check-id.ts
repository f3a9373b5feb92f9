import { DomainError } from '#core/domain-error.ts';

/** A body that names another id than the path is a mistake, not a wish. */
export const checkId = (named: string | undefined, id: string): void => {
  if (named === undefined || named === id) return;
  const errors = [{ path: '/id', message: 'is not the id of the path' }];
  throw new DomainError('invalid_request', '/id: is not the id of the path', { errors });
};
