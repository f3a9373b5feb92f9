/** Placeholders `#name` for attributes of an expression: many plain words are reserved in DynamoDB. */
export const names = (...attributes: readonly string[]): Record<string, string> =>
  Object.fromEntries(attributes.map((attribute) => [`#${attribute}`, attribute]));
