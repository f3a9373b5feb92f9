/** An identifier as SQL takes it, whatever characters it has. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A table's name with its schema. */
export const quotedTable = ({ schema, table }: { schema: string; table: string }): string =>
  `${quoted(schema)}.${quoted(table)}`;
