import type { ApiRoute } from './api.ts';

/** A route that serves a request, with its path parameters URL-decoded once. */
export type Match = {
  readonly route: ApiRoute;
  readonly pathParameters: Readonly<Record<string, string>> | null;
};

type Node = {
  readonly fixed: Map<string, Node>;
  parameter?: { readonly name: string; readonly node: Node };
  greedy?: { readonly name: string; readonly node: Node };
  readonly routes: Map<string, ApiRoute>;
};

const newNode = (): Node => ({ fixed: new Map(), routes: new Map() });

/**
 * Makes the search for a route by method and raw path: a fixed segment goes before `{name}`, that before `{name+}`.
 * Throws URIError for a parameter that is not well percent-encoded.
 */
export const createRouter = (
  routes: readonly ApiRoute[],
): ((method: string, path: string) => Match | undefined) => {
  const root = newNode();
  for (const route of routes) grow(root, segmentsOf(route.resource)).routes.set(route.method, route);

  return (method, path) => {
    const found = walk(root, segmentsOf(path), []);
    if (!found) return undefined;
    const route = found.node.routes.get(method) ?? found.node.routes.get('ANY');
    if (!route) return undefined;
    const parameters = found.parameters.map(([name, raw]) => [name, decodeURIComponent(raw)] as const);
    return { route, pathParameters: parameters.length > 0 ? Object.fromEntries(parameters) : null };
  };
};

const segmentsOf = (path: string): readonly string[] => path.slice(1).split('/');

const grow = (node: Node, [segment, ...rest]: readonly string[]): Node => {
  if (segment === undefined) return node;
  const name = /^\{(.+?)(\+?)\}$/.exec(segment);
  if (name?.[2] === '+') {
    node.greedy ??= { name: name[1] ?? '', node: newNode() };
    return grow(node.greedy.node, rest);
  }
  if (name) {
    node.parameter ??= { name: name[1] ?? '', node: newNode() };
    return grow(node.parameter.node, rest);
  }
  const next = node.fixed.get(segment) ?? newNode();
  node.fixed.set(segment, next);
  return grow(next, rest);
};

type Parameters = readonly (readonly [string, string])[];

const walk = (
  node: Node,
  segments: readonly string[],
  parameters: Parameters,
): { node: Node; parameters: Parameters } | undefined => {
  const [segment, ...rest] = segments;
  if (segment === undefined) return node.routes.size > 0 ? { node, parameters } : undefined;
  const fixed = node.fixed.get(segment);
  const byName = fixed && walk(fixed, rest, parameters);
  if (byName) return byName;
  if (segment === '') return undefined;
  const { parameter, greedy } = node;
  const byParameter = parameter && walk(parameter.node, rest, [...parameters, [parameter.name, segment]]);
  if (byParameter) return byParameter;
  return greedy && { node: greedy.node, parameters: [...parameters, [greedy.name, segments.join('/')]] };
};
