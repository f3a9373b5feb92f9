import * as z from 'zod';
import type { Pause } from '#core/ports/pause.ts';
import { bulkChunks } from './bulk-chunks.ts';
import type { CallIndex } from './call-index.ts';

/** A document to be written; `order` is what a later state of the same passage has more of. */
export type IndexedDocument = {
  readonly id: string;
  readonly order: number;
  readonly source: Readonly<Record<string, unknown>>;
};

/** One line of what is to be done, and the document where there is one. */
export type BulkEntry = {
  readonly action: 'index' | 'create' | 'delete';
  readonly document: Pick<IndexedDocument, 'id'> & Partial<IndexedDocument>;
  /** What beside the `_id` stands in the action's line. */
  readonly condition: Readonly<Record<string, unknown>>;
};

/** What became of an entry: its version in the engine, or that its condition did not hold. */
export type BulkOutcome<Entry> = {
  readonly entry: Entry;
  readonly conflict: boolean;
  readonly version: number | undefined;
};

const Item = z
  .object({
    status: z.number(),
    _version: z.number().optional(),
    error: z.object({ type: z.string() }).optional(),
  })
  .transform(({ _version: version, ...item }) => ({ ...item, version }));
const Answer = z.object({ items: z.array(z.record(z.string(), Item)) });

/** Tries of an item that the engine is too busy for. */
const TRIES = 5;
const CONFLICT = 409;
const NOT_FOUND = 404;

const linesOf = ({ action, document: { id, source }, condition }: BulkEntry): string => {
  const line = `${JSON.stringify({ [action]: { _id: id, ...condition } })}\n`;
  return action === 'delete' ? line : `${line}${JSON.stringify(source)}\n`;
};

type Answered<Entry> = { readonly entry: Entry; readonly item: z.infer<typeof Item> };

const sendChunk = async <Entry extends BulkEntry>(
  call: CallIndex,
  index: string,
  { entries, lines }: { readonly entries: readonly Entry[]; readonly lines: string },
): Promise<readonly Answered<Entry>[]> => {
  const { body } = await call({ method: 'POST', path: `/${index}/_bulk`, lines });
  const items = Answer.parse(body).items.flatMap((item) => Object.values(item));
  if (items.length !== entries.length)
    throw new Error(`OpenSearch answered ${items.length} of ${entries.length} documents`);
  return entries.flatMap((entry, n) => {
    const item = items[n];
    return item ? [{ entry, item }] : [];
  });
};

const isBusy = <Entry>({ item }: Answered<Entry>): boolean => item.status === 429 || item.status >= 500;

/** A document that was to be deleted and is not there is deleted. */
const isDone = <Entry extends BulkEntry>({ entry, item }: Answered<Entry>): boolean =>
  item.status < 300 ||
  item.status === CONFLICT ||
  (entry.action === 'delete' && item.status === NOT_FOUND && !item.error);

const refuse = <Entry>(refused: readonly Answered<Entry>[], all: number): void => {
  const [first] = refused;
  if (!first) return;
  // The engine's own sentence quotes the record, so only its kind of fault is told.
  const why = `${first.item.status} ${first.item.error?.type ?? ''}`.trim();
  throw new Error(`OpenSearch refused ${refused.length} of ${all} documents, the first with ${why}`);
};

/** Does many things by `_bulk`; items for which the engine was too busy are tried again, any other failure is thrown. */
export const writeDocuments =
  (call: CallIndex, index: string, pause: Pause) =>
  async <Entry extends BulkEntry>(entries: readonly Entry[]): Promise<readonly BulkOutcome<Entry>[]> => {
    const outcomes: BulkOutcome<Entry>[] = [];
    let open = entries;
    for (let attempt = 1; open.length > 0; attempt += 1) {
      if (attempt > 1) await pause.before(attempt);
      const answered: Answered<Entry>[] = [];
      for (const chunk of bulkChunks(open, linesOf)) answered.push(...(await sendChunk(call, index, chunk)));
      const busy = answered.filter(isBusy);
      const failed = answered.filter((one) => !isBusy(one) && !isDone(one));
      refuse(attempt < TRIES ? failed : [...failed, ...busy], entries.length);
      outcomes.push(
        ...answered.filter(isDone).map(({ entry, item }) => ({
          entry,
          conflict: item.status === CONFLICT,
          version: item.version,
        })),
      );
      open = busy.map(({ entry }) => entry);
    }
    return outcomes;
  };
