/** What a source says of one record, reduced to what decides. */
export type Said = { readonly id: string; readonly title: string; readonly time?: string | undefined };

/** A line of a generated file: a record, or one that is none. */
export type Line = Said | { readonly broken: string };

/** What the store holds of an id, as the oracle reckons. */
export type Known = { title: string; time: string | undefined; version: number };

/** The line as a file has it. */
export const textOf = (line: Line): string =>
  'broken' in line
    ? line.broken
    : JSON.stringify({
        id: line.id,
        title: line.title,
        ...(line.time !== undefined && { updated_at: line.time }),
      });

/** The books that an import of these lines must end with; `store` becomes what the cases table must hold. */
export const reckon = (lines: readonly Line[], store: Map<string, Known>) => {
  const records = lines.filter((line) => !('broken' in line) || line.broken.trim() !== '');
  const winners = new Map<string, Said>();
  for (const line of records) {
    if ('broken' in line) continue;
    const standing = winners.get(line.id);
    if (!standing || (line.time ?? '') >= (standing.time ?? '')) winners.set(line.id, line);
  }
  const counts = { indexed: 0, unchanged: 0, rejected: records.length - winners.size };
  for (const { id, title, time } of winners.values()) {
    const known = store.get(id);
    if (!known) {
      store.set(id, { title, time, version: 1 });
      counts.indexed += 1;
    } else if (time !== undefined && known.time !== undefined && time < known.time) {
      counts.unchanged += 1;
    } else if (known.title === title) {
      counts.unchanged += 1;
      if (time !== undefined && (known.time === undefined || known.time < time)) {
        store.set(id, { title, time, version: known.version + 1 });
      }
    } else {
      store.set(id, { title, time: time ?? known.time, version: known.version + 1 });
      counts.indexed += 1;
    }
  }
  return { received: records.length, ...counts, failed: 0 };
};
