import type { ArticleGeneration } from '#contracts/article-generation.ts';
import type { PatternOutcome } from '#core/knowledge/stored-pattern.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { PatternStore } from '#core/ports/pattern-store.ts';
import { untilWritten } from '#core/records/until-written.ts';

export type SettlePatternDeps = { patterns: Pick<PatternStore, 'find' | 'write'>; clock: Clock };

/**
 * Keeps what a person decided about the article of a pattern, for the cases that the pattern was last looked at with, or
 * that the article was written from: other cases make it open again. Does nothing for an article of no pattern, or of one that is no more; done twice, it is done
 * once.
 */
export const settlePattern =
  ({ patterns, clock }: SettlePatternDeps) =>
  async (
    tenant: string,
    generation: ArticleGeneration | undefined,
    outcome: PatternOutcome,
  ): Promise<void> => {
    if (!generation) return;
    const { pattern_id: id, evidence } = generation;
    await untilWritten({ noun: 'pattern' }, async () => {
      const pattern = await patterns.find(tenant, id);
      if (!pattern) return;
      // A change may have been proposed from newer cases; who rejects the article has seen that, too.
      const decidedOn = pattern.decidedOn ?? evidence;
      if (pattern.decidedOn === decidedOn && pattern.outcome.kind === outcome.kind) return;
      const updatedAt = clock.now().toISOString();
      await patterns.write(
        { ...pattern, outcome, decidedOn, version: pattern.version + 1, updatedAt },
        pattern.version,
      );
    });
  };
