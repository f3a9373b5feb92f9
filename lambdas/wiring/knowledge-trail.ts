import type { KnowledgeTrail } from '#core/ports/knowledge-trail.ts';
import { log } from '#lambdas/shared/log.ts';

/** What the making of knowledge tells operators, in the log. */
export const knowledgeTrail: KnowledgeTrail = {
  patternFailed: (failure) => log('PATTERN_FAILED', failure),
};
