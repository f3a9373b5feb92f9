import { RecordId } from '#contracts/case.ts';
import { contentHash } from '#core/cases/content-hash.ts';
import { recordReader } from '#core/imports/read-record.ts';
import type { CaseHead } from '#core/ports/case-heads.ts';
import type { SourceCase } from '#core/ports/case-source.ts';
import type { Hasher } from '#core/ports/hasher.ts';

/** A case of the source that is to be handed over as a record; `status` is absent when that is not valid. */
export type ChangedCase = {
  readonly id: string;
  readonly record: SourceCase['record'];
  readonly status: string | undefined;
};

/** Whether the table knows of this time of change; one in the future counts as the time of receipt, each time anew. */
const knowsTime = (head: CaseHead, time: string | undefined, now: string): boolean =>
  time === undefined || time >= now || (head.sourceUpdatedAt !== undefined && head.sourceUpdatedAt >= time);

/** A time that has gone back, as after a restore, would make the record older than what it is to replace: it goes without. */
const inOrder = (
  { record }: SourceCase,
  time: string | undefined,
  head: CaseHead | undefined,
): SourceCase['record'] => {
  const goesBack = time !== undefined && head?.sourceUpdatedAt !== undefined && time < head.sourceUpdatedAt;
  if (!goesBack) return record;
  const { updated_at: _back, ...rest } = record;
  return rest;
};

/** Those of the source's cases that the table does not hold as they are; what is no valid record is among them, for its import says why. */
export const compareCases = (
  hasher: Hasher,
  found: readonly SourceCase[],
  heads: ReadonlyMap<string, CaseHead>,
  now: string,
): readonly ChangedCase[] => {
  const read = recordReader();
  return found.flatMap((one): ChangedCase[] => {
    const text = JSON.stringify(one.record);
    const record = read({ ok: true, columns: one.record, text, nullsRemoved: false }, now);
    if (!record.ok) return [{ ...one, status: undefined }];
    const head = heads.get(one.id);
    const known =
      head?.deleted === false &&
      head.contentHash === contentHash(hasher, record.content) &&
      knowsTime(head, record.sourceUpdatedAt, now);
    const { status } = record.content;
    return known ? [] : [{ id: one.id, record: inOrder(one, record.sourceUpdatedAt, head), status }];
  });
};

/** Ids that can be keys of the table; others cannot be stored, so there is nothing to compare. */
export const storable = (ids: readonly string[]): readonly string[] =>
  ids.filter((id) => RecordId.safeParse(id).success);
