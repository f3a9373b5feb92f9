import type { Edge } from '../neighbour-graph.ts';

/** Word for word the same: true, but no reason that says anything. */
const COPY = 0.9995;

const surestFirst = (one: Edge, other: Edge): number =>
  other.cosine - one.cosine || (JSON.stringify([one.a, one.b]) < JSON.stringify([other.a, other.b]) ? -1 : 1);

/** The pairs by which cases hang together: of all that tie the same ones, the surest (a maximum spanning forest). */
const needed = (edges: readonly Edge[]): readonly Edge[] => {
  const groupOf = new Map<string, Set<string>>();
  const own = (id: string): Set<string> => groupOf.get(id) ?? new Set([id]);
  return edges.filter(({ a, b }) => {
    const [one, other] = [own(a), own(b)];
    if (one === other) return false;
    const [small, large] = one.size < other.size ? [one, other] : [other, one];
    for (const id of small) large.add(id);
    for (const id of [a, b, ...small]) groupOf.set(id, large);
    return true;
  });
};

/**
 * Some pairs that tell a person why cases are together: half of them the surest, of each case at most one, half the
 * weakest without which the cases would fall apart. Copies only where there is nothing else. Surest first.
 */
export const tellingPairs = (edges: readonly Edge[], most: number): readonly Edge[] => {
  const sorted = edges.toSorted(surestFirst);
  const different = sorted.filter(({ cosine }) => cosine < COPY);
  const told = different.length > 0 ? different : sorted;
  const shown = new Set<string>();
  const surest = told.filter(({ a, b }) => {
    if (shown.has(a) || shown.has(b)) return false;
    shown.add(a).add(b);
    return true;
  });
  const telling = new Set(told);
  const weakest = needed(sorted)
    .filter((edge) => telling.has(edge))
    .slice(-Math.ceil(most / 2));
  return [...new Set([...surest.slice(0, Math.floor(most / 2)), ...weakest])].toSorted(surestFirst);
};
