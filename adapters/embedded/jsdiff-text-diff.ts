import { diffLines, diffWordsWithSpace, type ChangeObject } from 'diff';
import type { DiffPart } from '#contracts/article-diff.ts';
import type { TextDiff } from '#core/ports/text-diff.ts';

/** Texts that differ in more places are shown as one removed and one added whole; the search for the shortest way grows with its square. */
const MOST_EDITS = 2_000;
/** Longer changed passages are compared no further than by lines. */
const MOST_WORDY = 20_000;

const partOf = ({ value, added, removed }: ChangeObject<string>): DiffPart => ({
  kind: added ? 'added' : removed ? 'removed' : 'same',
  text: value,
});

const byWords = (removed: DiffPart, added: DiffPart): readonly DiffPart[] => {
  if (removed.text.length + added.text.length > MOST_WORDY) return [removed, added];
  const words = diffWordsWithSpace(removed.text, added.text, { maxEditLength: MOST_EDITS });
  return words?.map(partOf) ?? [removed, added];
};

/** Differences by jsdiff. */
export const jsdiffTextDiff: TextDiff = {
  compare(from, to) {
    const lines = diffLines(from, to, { maxEditLength: MOST_EDITS })?.map(partOf) ?? [
      { kind: 'removed', text: from } as const,
      { kind: 'added', text: to } as const,
    ];
    return lines.flatMap((part, at) => {
      const [before, after] = [lines[at - 1], lines[at + 1]];
      if (part.kind === 'removed' && after?.kind === 'added') return byWords(part, after);
      return part.kind === 'added' && before?.kind === 'removed' ? [] : [part];
    });
  },
};
