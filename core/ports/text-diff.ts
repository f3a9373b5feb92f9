import type { DiffPart } from '#contracts/article-diff.ts';

/** Tells two texts apart. Every implementation must pass test/contract/text-diff.contract.ts. */
export interface TextDiff {
  /** Line by line; where lines were changed, word by word. The parts of `same` and `removed` make the first text, those of `same` and `added` the second. */
  compare(from: string, to: string): readonly DiffPart[];
}
