import type { VectorisationProgress } from '#contracts/vectorisation.ts';
import type { Deadline } from '#core/ports/deadline.ts';
import type { VectorisationCursors } from '#core/ports/vectorisation-cursors.ts';
import { isOutage } from '#core/vectorisation/mend-page.ts';
import { stepVectorisation, type StepVectorisationDeps } from '#core/vectorisation/step-vectorisation.ts';
import { NOTHING_DONE, type VectorisationCursor } from '#core/vectorisation/vectorisation-cursor.ts';
import { VectorisationOvertaken } from '#core/vectorisation/vectorisation-overtaken.ts';
import { beginNeededRebuild } from './begin-needed-rebuild.ts';
import type { StartRebuildDeps } from './start-rebuild.ts';

export type VectoriseDeps = StepVectorisationDeps & StartRebuildDeps & { cursors: VectorisationCursors };

/** What is kept back of a call's time: a page with a remote model takes some seconds. */
const RESERVE_MILLISECONDS = 20_000;

/**
 * Makes the index equal to the rows of every tenant, one part of a run at a time: asked again with the same run until
 * there is no more, also after a call that was cut off anywhere. A run that was left unfinished is gone on with by the
 * next, so that no tenant is always the last. While the index or the model is out, the caller is asked to wait.
 */
export const vectorise = (deps: VectoriseDeps) => {
  const { cursors, clock, trail } = deps;
  const [step, beginRebuild] = [stepVectorisation(deps), beginNeededRebuild(deps)];

  const save = async (cursor: VectorisationCursor): Promise<VectorisationCursor> => {
    const next = { ...cursor, version: cursor.version + 1 };
    if (!(await cursors.write(next))) throw new VectorisationOvertaken();
    return next;
  };

  const takeUp = async (runId: string): Promise<VectorisationCursor> => {
    const stored = await cursors.find();
    if (stored?.runId === runId) return stored;
    return save({
      version: stored?.version ?? 0,
      runId,
      startedAt: clock.now().toISOString(),
      phase: 'model',
      place: stored?.place ?? {},
      counts: NOTHING_DONE,
    });
  };

  const lookAtModel = async (cursor: VectorisationCursor): Promise<VectorisationCursor> => {
    const generation = await beginRebuild(cursor.startedAt);
    if (generation !== undefined) trail.rebuildBegan(generation);
    const rebuilds = generation === undefined ? 0 : 1;
    return { ...cursor, phase: 'walk', counts: { ...cursor.counts, rebuilds } };
  };

  return async (runId: string, deadline: Deadline): Promise<VectorisationProgress> => {
    let cursor = await takeUp(runId);
    const progress = (more: boolean, waiting: boolean): VectorisationProgress => ({
      more,
      waiting,
      counts: cursor.counts,
    });
    while (cursor.phase !== 'done') {
      if (deadline.remaining() < RESERVE_MILLISECONDS) return progress(true, false);
      try {
        cursor = await save(await (cursor.phase === 'model' ? lookAtModel(cursor) : step(cursor)));
      } catch (error) {
        if (!isOutage(error)) throw error;
        return progress(true, true);
      }
    }
    return progress(false, false);
  };
};
