/** An intrinsic function as it stands in a template: `{ "Fn::Join": [...] }`. */
export type Intrinsic = { readonly name: string; readonly argument: unknown };

/** Reads a value as an intrinsic function; `undefined` for plain data. */
export const asIntrinsic = (value: unknown): Intrinsic | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const [entry, ...others] = Object.entries(value);
  if (entry === undefined || others.length > 0) return undefined;
  const [name, argument] = entry;
  return name === 'Ref' || name.startsWith('Fn::') ? { name, argument } : undefined;
};
