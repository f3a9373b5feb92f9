import { legacyRoutes, successorOf } from '#contracts/legacy-routes.ts';
import { routes } from '#contracts/routes.ts';
import { ApiDescription, listOperations, type ListedOperation } from '#lib/openapi/api-description.ts';

/** An operation at one of its addresses. */
export type FuzzedOperation = ListedOperation & { readonly isLegacy: boolean };

/** The document that a running API serves. */
export const fetchDescription = async (url: string): Promise<ApiDescription> => {
  const response = await fetch(`${url}/api/v1/openapi.json`);
  return ApiDescription.parse(await response.json());
};

/** Unversioned paths that are operations of their own, by the documented one that answers alike. */
const ALIKE: Record<string, string> = { '/health': '/api/v1/health', '/ready': '/api/v1/health/ready' };

/** Every route of the API: those of the document, the legacy ones, and those beside it that answer alike. */
export const fuzzedOperations = (description: ApiDescription): readonly FuzzedOperation[] => {
  const documented = listOperations(description);
  const at = (method: string, path: string) =>
    documented.find((operation) => operation.method === method && operation.path === path);
  const elsewhere = [...routes, ...legacyRoutes].flatMap(({ method, path }) => {
    const successor = successorOf(path) ?? ALIKE[path];
    const operation = successor === undefined ? undefined : at(method, successor);
    return operation ? [{ ...operation, path, isLegacy: successorOf(path) !== undefined }] : [];
  });
  return [...documented.map((operation) => ({ ...operation, isLegacy: false })), ...elsewhere];
};
