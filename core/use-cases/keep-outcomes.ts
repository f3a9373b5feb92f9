import type { PageTask } from '#contracts/knowledge-task.ts';
import type { KnowledgeSufficiency } from '#contracts/knowledge-sufficiency.ts';
import { KeptDraft } from '#contracts/kept-draft.ts';
import { PatternWork, type PatternDecision } from '#contracts/knowledge-work.ts';
import { articleOfPattern } from '#core/knowledge/article-of-pattern.ts';
import { changePattern } from '#core/knowledge/change-pattern.ts';
import type { PatternOutcome } from '#core/knowledge/stored-pattern.ts';
import { sufficiencyOf } from '#core/knowledge/sufficiency.ts';
import { NO_GENERATION, withDecision } from '#core/knowledge/work/decision-counts.ts';
import { draftKeyOf, type DraftOfDeps } from '#core/knowledge/work/draft-of.ts';
import {
  eachPattern,
  pageOf,
  type EachPatternDeps,
  type PatternAt,
} from '#core/knowledge/work/each-pattern.ts';
import { knownJson, readJson } from '#core/knowledge/work/json-files.ts';
import { sameEvidence, type SameEvidenceDeps } from '#core/knowledge/work/same-evidence.ts';
import { workKeys } from '#core/knowledge/work/work-keys.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { PatternStore } from '#core/ports/pattern-store.ts';

export type KeepOutcomesDeps = EachPatternDeps &
  DraftOfDeps &
  SameEvidenceDeps & {
    patterns: Pick<PatternStore, 'find' | 'write'>;
    sufficiency: KnowledgeSufficiency;
    clock: Clock;
  };

/** Decisions after which an article that was there still says what it should. */
const RENEWED: ReadonlySet<PatternDecision['kind']> = new Set([
  'created',
  'proposed',
  'unchanged',
  'refused',
]);

const isCovered = (decision: PatternDecision): boolean =>
  decision.kind === 'proposed' || (decision.kind === 'unchanged' && decision.article_id !== undefined);

/** What a pattern's row says of a decision; undefined where the next run shall look again. */
const outcomeOf = (patternId: string, { coverage, decision }: PatternWork): PatternOutcome | undefined => {
  if (!decision) return undefined;
  const articleId = articleOfPattern(patternId);
  const covered = { kind: 'covered', articleId } as const;
  // An article stays the pattern's, whatever became of an attempt to renew it.
  if (coverage === 'update') return RENEWED.has(decision.kind) ? covered : undefined;
  if (decision.kind === 'refused') return { ...decision, questions: [] };
  if (decision.kind === 'over_budget') return { kind: 'refused', reason: 'over_budget', questions: [] };
  if (decision.kind === 'created') return { kind: 'drafted', articleId };
  return isCovered(decision) ? covered : undefined;
};

/**
 * Keeps with each pattern of a page what was decided, and on which cases, so that the same cases are not looked at
 * again; then lets go of the words of its draft, which by now are an article's or nobody's.
 */
export const keepOutcomes = (deps: KeepOutcomesDeps) => {
  const { files, writer } = deps;
  const each = eachPattern(deps);
  const change = changePattern(deps);
  const same = sameEvidence(deps);

  /** With what the cases leave open, asked in their words as they are now; nothing where they are others by now. */
  const asking = async (
    at: PatternAt,
    work: PatternWork,
    outcome: PatternOutcome,
  ): Promise<PatternOutcome | undefined> => {
    if (outcome.kind !== 'refused' || outcome.reason === 'over_budget') return outcome;
    const seen = await same(at, work);
    if (seen.kind === 'other') return undefined;
    const found = sufficiencyOf(seen.evidence, deps.sufficiency);
    return found.sufficient ? outcome : { ...outcome, questions: found.questions };
  };

  const letGo = async (at: PatternAt, work: PatternWork): Promise<void> => {
    const key = draftKeyOf(writer, at, work);
    // What failed is taken up by the next run as it is.
    if (key === undefined || work.decision?.kind === 'failed') return;
    const draft = await readJson(files, key, KeptDraft);
    if (draft?.kind === 'written') await files.write(key, JSON.stringify({ kind: 'spent' }));
  };

  const count = async (task: PageTask): Promise<void> => {
    const keys = workKeys(task.run_id);
    const { tenant, patterns } = await pageOf(files, task);
    let counts = NO_GENERATION;
    for (const id of patterns)
      counts = withDecision(counts, await knownJson(files, keys.work(tenant, id), PatternWork));
    await files.write(keys.counts(task.slice, task.page), JSON.stringify(counts));
  };

  return async (task: PageTask): Promise<{ more: boolean }> => {
    const done = await each(task, async (at, work) => {
      const decided = outcomeOf(at.id, work);
      const outcome = decided && (await asking(at, work, decided));
      if (outcome) await change(at, (pattern) => ({ ...pattern, outcome, decidedOn: work.evidence }));
      await letGo(at, work);
      return work;
    });
    await count(task);
    return done;
  };
};
