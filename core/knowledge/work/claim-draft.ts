import { DraftClaim, KeptDraft } from '#contracts/kept-draft.ts';
import type { JobRuns } from '#core/ports/job-runs.ts';
import type { KnowledgeFiles } from '#core/ports/knowledge-files.ts';
import { draftKeys, type DraftSeries } from './draft-keys.ts';
import { readJson, writeJsonOnce } from './json-files.ts';

export type ClaimDraftDeps = { files: KnowledgeFiles; runs: Pick<JobRuns, 'find'> };

/** Whose a draft is: made already, this run's to make, or being made by another run. */
export type ClaimedDraft = { readonly number: number; readonly kind: 'kept' | 'mine' | 'others' };

/** Each number after the first is a run that died at its draft, or an article that the same cases ask for anew. */
const MOST_DRAFTS = 1_000;

/**
 * Finds or claims the draft of a series, so that two runs never have the same one written: who claims first makes it,
 * and another takes over only when that run has ended.
 */
export const claimDraft = ({ files, runs }: ClaimDraftDeps) => {
  const stateOf = async (
    series: DraftSeries,
    number: number,
    runId: string,
  ): Promise<ClaimedDraft['kind'] | 'over'> => {
    const keys = draftKeys(series, number);
    const claim = await writeJsonOnce(files, keys.claim, DraftClaim, { run_id: runId });
    const draft = await readJson(files, keys.draft, KeptDraft);
    if (draft !== undefined) return draft.kind === 'spent' ? 'over' : 'kept';
    if (claim.run_id === runId) return 'mine';
    const other = await runs.find({ job: 'knowledge_generation', runId: claim.run_id });
    return other?.status === 'running' ? 'others' : 'over';
  };

  return async (series: DraftSeries, runId: string): Promise<ClaimedDraft> => {
    for (let number = 1; number <= MOST_DRAFTS; number += 1) {
      // oxlint-disable-next-line no-await-in-loop -- the next is asked only when this one is over
      const kind = await stateOf(series, number, runId);
      if (kind !== 'over') return { number, kind };
    }
    throw new Error(`pattern ${series.patternId} was drafted ${MOST_DRAFTS} times from the same cases`);
  };
};
