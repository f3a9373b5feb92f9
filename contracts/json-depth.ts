/** Whether a JSON value nests at most this many lists and objects; it does not recurse, so that no depth breaks it. */
export const isShallow = (value: unknown, most: number): boolean => {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    const inner = level.filter((part): part is object => typeof part === 'object' && part !== null);
    if (inner.length > 0 && depth >= most) return false;
    level = inner.flatMap((part): unknown[] => Object.values(part));
  }
  return true;
};
