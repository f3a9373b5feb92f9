import type { SegmentLine } from '#contracts/segment.ts';
import type { CaseHeads } from '#core/ports/case-heads.ts';
import type { ChunkWriter } from '#core/ports/chunk-writer.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { LanguageDetector } from '#core/ports/language-detector.ts';
import type { Pause } from '#core/ports/pause.ts';
import type { Outcome } from '#contracts/import-outcome.ts';
import { withLanguage } from '#core/cases/with-language.ts';
import { decideWrite, type Decision } from './decide-write.ts';
import type { ImportKey } from './import-row.ts';

export type WriteChunkDeps = {
  heads: CaseHeads;
  chunks: ChunkWriter;
  clock: Clock;
  pause: Pause;
  languages: LanguageDetector;
};

/** One chunk of a segment. */
export type ChunkOfSegment = {
  readonly key: ImportKey;
  readonly segment: number;
  readonly chunk: number;
  /** When the import began. */
  readonly startedAt: string;
  readonly lines: readonly SegmentLine[];
};

/** Other writers that meet a chunk this often in a row send it back to the queue. */
const MOST_TRIES = 8;

const tooLarge = ({ line, id }: SegmentLine): Decision => ({
  write: undefined,
  outcome: { line, id, outcome: 'failed', code: 'record_too_large' },
});

/** Decides every record of a chunk by what is stored and writes rows and outcomes together; again when the store moved meanwhile. */
export const writeChunk = async (deps: WriteChunkDeps, chunk: ChunkOfSegment): Promise<void> => {
  const { key, segment, lines } = chunk;
  const refused = new Set<string>();
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    if (attempt > 1) await deps.pause.before(attempt);
    const heads = await deps.heads.findMany(
      key.tenant,
      lines.map(({ id }) => id),
    );
    const context = {
      tenant: key.tenant,
      importId: key.id,
      startedAt: chunk.startedAt,
      now: deps.clock.now().toISOString(),
    };
    const decisions = lines.map((line) =>
      refused.has(line.id) ? tooLarge(line) : decideWrite(line, heads.get(line.id), context),
    );
    const result = await deps.chunks.commit({
      key,
      segment,
      chunk: chunk.chunk,
      // Only what is written is looked at for its language: an unchanged record costs nothing.
      writes: decisions.flatMap(({ write }) =>
        write
          ? [{ ...write, row: { ...write.row, content: withLanguage(deps.languages, write.row.content) } }]
          : [],
      ),
      outcomes: decisions.map(({ outcome }) => outcome),
    });
    if (result.kind === 'committed' || result.kind === 'already_committed') return;
    if (result.kind === 'refused') for (const id of result.ids) refused.add(id);
  }
  throw new Error(`chunk ${chunk.chunk} of segment ${segment} met other writers ${MOST_TRIES} times`);
};

/** Ends a chunk without writing its records: they are `failed`, unless the chunk was written after all. */
export const giveUpChunk = async (deps: WriteChunkDeps, chunk: ChunkOfSegment): Promise<void> => {
  const outcomes = chunk.lines.map(({ line, id }): Outcome => ({
    line,
    id,
    outcome: 'failed',
    code: 'not_processed',
  }));
  await deps.chunks.commit({
    key: chunk.key,
    segment: chunk.segment,
    chunk: chunk.chunk,
    writes: [],
    outcomes,
  });
};
