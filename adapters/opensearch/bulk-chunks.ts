/** Bytes of one `_bulk` request at most; a collection takes 10 MiB. */
const MOST_BYTES = 10 * 1024 * 1024;

/** Entries whose lines are sent in one request. */
export type BulkChunk<Entry> = { readonly entries: readonly Entry[]; readonly lines: string };

/** Cuts entries into requests by the bytes of their lines, in order; one that is too large alone goes alone. */
export const bulkChunks = <Entry>(
  entries: readonly Entry[],
  linesOf: (entry: Entry) => string,
  mostBytes: number = MOST_BYTES,
): readonly BulkChunk<Entry>[] => {
  const chunks: { entries: Entry[]; parts: string[]; bytes: number }[] = [];
  for (const entry of entries) {
    const lines = linesOf(entry);
    const bytes = Buffer.byteLength(lines);
    const last = chunks.at(-1);
    if (last && last.bytes + bytes <= mostBytes) {
      last.entries.push(entry);
      last.parts.push(lines);
      last.bytes += bytes;
    } else chunks.push({ entries: [entry], parts: [lines], bytes });
  }
  return chunks.map(({ entries: own, parts }) => ({ entries: own, lines: parts.join('') }));
};
