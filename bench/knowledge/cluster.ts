import type { Edge } from './neighbours.ts';

/** Connected components of the edges at or above a threshold (single linkage): the cluster of each text. */
export const components = (count: number, edges: readonly Edge[], threshold: number): number[] => {
  const parent = Array.from({ length: count }, (_, place) => place);
  const root = (place: number): number => {
    let at = place;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  for (const { a, b, cosine } of edges) {
    if (cosine < threshold) break;
    parent[root(a)] = root(b);
  }
  return parent.map((_, place) => root(place));
};

/** Greedy stars: the text with most open neighbours takes them all, then the next; the cluster of each text. */
export const stars = (count: number, edges: readonly Edge[], threshold: number): number[] => {
  const neighbours = Array.from({ length: count }, (): number[] => []);
  for (const { a, b, cosine } of edges) {
    if (cosine < threshold) break;
    neighbours[a]?.push(b);
    neighbours[b]?.push(a);
  }
  const cluster = Array.from({ length: count }, () => -1);
  const order = neighbours
    .map(({ length }, text) => ({ text, length }))
    .toSorted((one, other) => other.length - one.length);
  for (const { text } of order) {
    if (cluster[text] !== -1) continue;
    for (const member of [text, ...(neighbours[text] ?? [])])
      if (cluster[member] === -1) cluster[member] = text;
  }
  return cluster;
};
