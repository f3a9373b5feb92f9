import * as z from 'zod';
import type { Pause } from '#core/ports/pause.ts';
import { askOnce } from './ask.ts';
import type { CallIndex } from './call-index.ts';
import type { SearchUrl } from './search-url.ts';
import { type BulkEntry, type IndexedDocument, writeDocuments } from './write-documents.ts';

/** What is there of a document, and by what its replacement knows that it still is. */
const Found = z
  .object({
    _id: z.string(),
    _seq_no: z.number().optional(),
    _primary_term: z.number().optional(),
    _source: z.object({ version: z.number(), removed: z.boolean() }).optional(),
  })
  .transform(({ _id: id, _seq_no: number, _primary_term: term, _source: source }) => ({
    id,
    source,
    unchanged: { if_seq_no: number, if_primary_term: term },
  }));
type Found = z.infer<typeof Found>;
const AllFound = z.object({ docs: z.array(Found) });

/** Readings before a document is given up that others keep changing. */
const TRIES = 8;

/** What a later state of the same passage has more of: a removal comes after the passage of the same version. */
export const orderOf = (version: number, removed: boolean): number => 2 * version + (removed ? 1 : 0);

type Entry = BulkEntry & { readonly document: IndexedDocument };

/** Written only where nothing later is, by the engine's own versions. */
const unlessLater = (document: IndexedDocument): Entry => ({
  action: 'index',
  document,
  condition: { version: document.order, version_type: 'external_gte' },
});

/** Written only while what was read is still there. */
const inPlaceOf =
  (found: ReadonlyMap<string, Found>) =>
  (document: IndexedDocument): readonly Entry[] => {
    const known = found.get(document.id);
    if (!known?.source) return [{ action: 'create', document, condition: {} }];
    if (orderOf(known.source.version, known.source.removed) > document.order) return [];
    return [{ action: 'index', document, condition: known.unchanged }];
  };

/** The last of each passage, which is the latest where several are of one. */
const latest = (documents: readonly IndexedDocument[]): readonly IndexedDocument[] => {
  const byId = new Map<string, IndexedDocument>();
  for (const document of documents) {
    if ((byId.get(document.id)?.order ?? 0) <= document.order) byId.set(document.id, document);
  }
  return [...byId.values()];
};

/**
 * Writes documents unless something later is there. The engine compares versions itself. Where it says no, or where it
 * cannot compare, what is there is read and replaced only while it stays so: the version that the engine remembers may
 * be that of a document which was deleted a moment ago, and then says nothing about a new one that begins at 1.
 */
export const writeNewer = (
  call: CallIndex,
  index: string,
  { versions }: Pick<SearchUrl, 'versions'>,
  pause: Pause,
) => {
  const write = writeDocuments(call, index, pause);

  const read = async (documents: readonly IndexedDocument[]): Promise<ReadonlyMap<string, Found>> => {
    const answer = await askOnce(call, index, '_mget', {
      docs: documents.map(({ id }) => ({ _id: id, _source: ['version', 'removed'] })),
    });
    return new Map(AllFound.parse(answer ?? { docs: [] }).docs.map((found) => [found.id, found]));
  };

  /** Writes what the engine holds nothing later of; answers what it refused. */
  const compare = async (documents: readonly IndexedDocument[]): Promise<readonly IndexedDocument[]> => {
    const outcomes = await write(documents.map(unlessLater));
    return outcomes.filter(({ conflict }) => conflict).map(({ entry }) => entry.document);
  };

  /** Replaces what is there, as it was read; answers what somebody else changed meanwhile. */
  const replace = async (documents: readonly IndexedDocument[]): Promise<readonly IndexedDocument[]> => {
    const found = await read(documents);
    const outcomes = await write(documents.flatMap(inPlaceOf(found)));
    // A document made anew begins at version 1, below what it holds; its own version must guard it from now on.
    const below = outcomes.filter(
      ({ entry, conflict, version }) => !conflict && version !== undefined && version < entry.document.order,
    );
    if (versions === 'external') await compare(below.map(({ entry }) => entry.document));
    return outcomes.filter(({ conflict }) => conflict).map(({ entry }) => entry.document);
  };

  return async (documents: readonly IndexedDocument[]): Promise<void> => {
    const asked = latest(documents);
    let open = versions === 'external' ? await compare(asked) : asked;
    for (let attempt = 1; open.length > 0; attempt += 1) {
      if (attempt > TRIES) throw new Error(`${open.length} documents keep changing in OpenSearch`);
      if (attempt > 1) await pause.before(attempt);
      open = await replace(open);
    }
  };
};
