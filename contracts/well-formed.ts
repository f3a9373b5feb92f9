/** Whether no string inside a JSON value, names included, holds half of a surrogate pair, which UTF-8 cannot carry. */
export const isWellFormed = (value: unknown): boolean => {
  // A list of what is still to be looked at instead of recursion, which a deeply nested value would break.
  const open: unknown[] = [value];
  while (open.length > 0) {
    const part = open.pop();
    if (typeof part === 'string' && !part.isWellFormed()) return false;
    if (typeof part !== 'object' || part === null) continue;
    for (const [key, inner] of Object.entries(part)) {
      if (!key.isWellFormed()) return false;
      open.push(inner);
    }
  }
  return true;
};
