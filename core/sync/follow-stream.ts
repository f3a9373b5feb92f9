import type { SourceChange, SourceStream } from '#core/ports/case-source.ts';
import { nextPhase } from './next-phase.ts';
import { settleImports } from './settle-imports.ts';
import type { LostCase } from './forget-cases.ts';
import type { TakeStep } from './sync-deps.ts';
import { takeCases } from './take-cases.ts';

/** The cases that some changes are of, each once, with its last change, to the millisecond. */
const casesOf = (changes: readonly SourceChange[]): readonly LostCase[] =>
  [...new Map(changes.map(({ caseId, time }) => [caseId, time])).entries()].map(([id, time]) => ({
    id,
    time: new Date(Date.parse(time)).toISOString(),
  }));

/** Takes the next changes of a stream; behind the last the next phase begins, or a busy source would never let a run end. */
export const followStream =
  (stream: SourceStream): TakeStep =>
  async (deps, cursor) => {
    if (!cursor.position) throw new Error(`the stream ${stream} has no position`);
    const { batchSize } = deps.settings;
    const changes = await deps.source.changes(stream, cursor.position, batchSize);
    const last = changes.at(-1);
    if (!last) return nextPhase(deps, cursor);
    const settled = await settleImports(deps, cursor);
    if (!settled) return 'waiting';
    const taken = await takeCases(deps, settled, casesOf(changes));
    if (taken.again) return taken.cursor;
    if (changes.length < batchSize) return nextPhase(deps, taken.cursor);
    return { ...taken.cursor, position: { time: last.time, id: last.id } };
  };
