import type { WritingStep } from '#contracts/knowledge-task.ts';

/** What operators are told of the making of knowledge, beside its counts: ids and names of errors, no text of a case. */
export interface KnowledgeTrail {
  /** A step has failed for one pattern, and goes on with the others. */
  patternFailed(failure: {
    readonly tenant: string;
    readonly pattern: string;
    readonly step: WritingStep;
    /** Tries so far. */
    readonly tries: number;
    readonly error: unknown;
  }): void;
}
