import type { Edge } from './neighbour-graph.ts';

/** The group of each id: what edges connect, directly or through others, named by its smallest id. */
export const connected = (
  ids: readonly string[],
  edges: readonly Pick<Edge, 'a' | 'b'>[],
): ReadonlyMap<string, string> => {
  const parents = new Map(ids.map((id) => [id, id]));
  const rootOf = (id: string): string => {
    let [at, parent] = [id, parents.get(id) ?? id];
    while (parent !== at) {
      const above = parents.get(parent) ?? parent;
      parents.set(at, above);
      [at, parent] = [parent, above];
    }
    return at;
  };
  for (const { a, b } of edges) {
    const [first = a, second = b] = [rootOf(a), rootOf(b)].toSorted();
    parents.set(second, first);
  }
  return new Map(ids.map((id) => [id, rootOf(id)]));
};
