import { StartRefusal } from '../start-refusal.ts';

/**
 * Puts names into layers: each needs only names of layers before its own. Within a layer the order is as given;
 * needs that are no names are ignored.
 */
export const layerByDependency = (
  names: readonly string[],
  needsOf: (name: string) => readonly string[],
): readonly (readonly string[])[] => {
  const known = new Set(names);
  const depths = new Map<string, number>();
  const depthOf = (name: string, trail: readonly string[]): number => {
    const computed = depths.get(name);
    if (computed !== undefined) return computed;
    if (trail.includes(name))
      throw new StartRefusal(`Resources need each other in a circle: ${[...trail, name].join(' -> ')}.`);
    const needs = needsOf(name).filter((need) => known.has(need));
    const depth = Math.max(0, ...needs.map((need) => depthOf(need, [...trail, name]) + 1));
    depths.set(name, depth);
    return depth;
  };
  const layers: string[][] = [];
  for (const name of names) (layers[depthOf(name, [])] ??= []).push(name);
  return layers;
};
