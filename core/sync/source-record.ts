import { MOST_FEED_ITEMS, type FeedItem } from '#contracts/case.ts';
import { parseIsoDate } from '#contracts/iso-date.ts';

/** An entry of a case's feed as a source has it; `changedAt` is its last change. */
export type SourceEntry = {
  readonly id: string;
  readonly type: FeedItem['type'];
  readonly author: string | undefined;
  readonly body: string;
  readonly createdAt: string;
  readonly changedAt: string;
};

/** What a source says of a case: fields by our names, attributes by theirs, and its feed. */
type Said = {
  readonly id: string;
  readonly updatedAt: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly entries: readonly SourceEntry[];
};

const byTime = (a: SourceEntry, b: SourceEntry): number =>
  a.createdAt < b.createdAt || (a.createdAt === b.createdAt && a.id < b.id) ? -1 : 1;

/** The last change of the case or of anything in its feed: by it versions of the record are put in order. */
const lastChange = ({ updatedAt, entries }: Said): string | undefined =>
  [updatedAt, ...entries.map(({ changedAt }) => changedAt)]
    .flatMap((time) => (time === undefined ? [] : (parseIsoDate(time) ?? [])))
    .toSorted()
    .at(-1);

const isEmpty = (value: unknown): boolean => value === null || value === undefined;

/** A case of a source as a record of an import; of a feed that is too long the newest entries, oldest first. */
export const sourceRecord = (said: Said): Readonly<Record<string, unknown>> => {
  const attributes = Object.entries(said.attributes).filter(([, value]) => !isEmpty(value));
  const feed = said.entries
    .filter(({ body }) => body !== '')
    .toSorted(byTime)
    .slice(-MOST_FEED_ITEMS)
    .map(({ id, type, author, body, createdAt }) => ({ id, type, author, body, created_at: createdAt }));
  return {
    ...said.fields,
    id: said.id,
    updated_at: lastChange(said),
    ...(attributes.length > 0 && { attributes: Object.fromEntries(attributes) }),
    ...(feed.length > 0 && { feed }),
  };
};
