/** What the client's transport writes and reads with: plain JSON. The client's own can do large integers, and is a third of it. */
export const plainSerializer = {
  serialize: (value: unknown): string => JSON.stringify(value),
  deserialize: (text: string): unknown => JSON.parse(text),
  ndserialize: (values: readonly unknown[]): string =>
    values.map((value) => `${typeof value === 'string' ? value : JSON.stringify(value)}\n`).join(''),
  // Nothing here is asked by query string.
  qserialize: (): string => '',
};
