/** Bytes of a value as DynamoDB counts them: a number at most 21, a list or a map 3 and 1 an entry (AWS guide "item sizes"). */
const valueBytes = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return 21;
  if (Array.isArray(value)) return value.reduce<number>((sum, part) => sum + 1 + valueBytes(part), 3);
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).reduce(
      (sum, [name, part]) => sum + 1 + Buffer.byteLength(name) + valueBytes(part),
      3,
    );
  }
  return 1;
};

/** Bytes of an item as DynamoDB counts them, rounded up. */
export const itemBytes = (item: unknown): number => valueBytes(item);
