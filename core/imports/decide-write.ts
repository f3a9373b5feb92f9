import type { SegmentLine } from '#contracts/segment.ts';
import type { Outcome } from '#contracts/import-outcome.ts';
import type { UnchangedCode } from '#contracts/import-reason.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { nextVersion } from '#core/cases/next-version.ts';
import type { CaseHead } from '#core/ports/case-heads.ts';
import { PIPELINE_VERSION } from './pipeline-version.ts';

/** What is done for one record: perhaps a row to write over the version `expected`, and the outcome that is kept with it. */
export type Decision = {
  readonly write: { readonly row: LivingCase; readonly expected: number } | undefined;
  readonly outcome: Outcome;
};

/** The import that writes, since when, and the time of writing. */
export type WriteContext = {
  readonly tenant: string;
  readonly importId: string;
  readonly startedAt: string;
  readonly now: string;
};

const isOlder = (incoming: string | undefined, stored: string | undefined): boolean =>
  incoming !== undefined && stored !== undefined && incoming < stored;

/** Same words, newer source: the row learns the time, or an older version could overwrite it later. */
const learnsTime = (incoming: string | undefined, stored: string | undefined): boolean =>
  incoming !== undefined && (stored === undefined || stored < incoming);

/** A case that was deleted after the import began stays deleted, whenever its record's turn comes. */
const deletedSince = (stored: CaseHead | undefined, { startedAt }: WriteContext): boolean =>
  stored?.deleted === true && stored.updatedAt > startedAt;

const newRow = (
  line: SegmentLine,
  stored: CaseHead | undefined,
  context: WriteContext,
  updatedAt: string,
): LivingCase => ({
  tenant: context.tenant,
  id: line.id,
  version: nextVersion(stored, context.now),
  deleted: false,
  content: line.content,
  contentHash: line.content_hash,
  createdAt: line.content.created_at ?? (stored?.deleted === false ? stored.createdAt : context.now),
  updatedAt,
  // A record without a time of its own leaves the known one, as PUT does: an older version stays older.
  sourceUpdatedAt: line.source_updated_at ?? (stored?.deleted === false ? stored.sourceUpdatedAt : undefined),
  lineage: {
    import_id: context.importId,
    line: line.line,
    source_hash: line.source_hash,
    pipeline_version: PIPELINE_VERSION,
  },
});

const hasSameContent = (line: SegmentLine, stored: CaseHead | undefined): boolean =>
  stored?.deleted === false && stored.contentHash === line.content_hash;

/** Why a record leaves the stored case as it is, if it does. */
const reasonToLeave = (
  line: SegmentLine,
  stored: CaseHead | undefined,
  context: WriteContext,
): UnchangedCode | undefined => {
  if (isOlder(line.source_updated_at, stored?.sourceUpdatedAt)) return 'older_version';
  if (deletedSince(stored, context)) return 'older_version';
  const learns = learnsTime(line.source_updated_at, stored?.sourceUpdatedAt);
  return hasSameContent(line, stored) && !learns ? 'same_content' : undefined;
};

/** Decides what a record does to the stored case: new or changed is written, same content or older is not. */
export const decideWrite = (
  line: SegmentLine,
  stored: CaseHead | undefined,
  context: WriteContext,
): Decision => {
  const named = { line: line.line, id: line.id };
  const expected = stored?.version ?? 0;
  const code = reasonToLeave(line, stored, context);
  if (code) return { write: undefined, outcome: { ...named, outcome: 'unchanged', code, version: expected } };

  const same = hasSameContent(line, stored);
  const row = newRow(line, stored, context, same && stored ? stored.updatedAt : context.now);
  return {
    write: { row, expected },
    outcome: same
      ? { ...named, outcome: 'unchanged', code: 'same_content', version: row.version }
      : { ...named, outcome: 'written', version: row.version },
  };
};
