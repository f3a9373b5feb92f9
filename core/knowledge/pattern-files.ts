import { PatternGroup } from '#contracts/pattern-group.ts';
import type { KnowledgeFiles } from '#core/ports/knowledge-files.ts';
import type { StoredPattern } from './stored-pattern.ts';

type Named = Pick<StoredPattern, 'tenant' | 'id' | 'evidence'>;

/** The file is named after the evidence: it never changes, so row and file cannot disagree. */
const keyOf = ({ tenant, id, evidence }: Named): string => `${tenant}/patterns/${id}/${evidence}.json`;

/** The group of a pattern as its row names it; undefined where there is none. */
export const readPatternGroup = async (
  files: Pick<KnowledgeFiles, 'read'>,
  pattern: Named,
): Promise<PatternGroup | undefined> => {
  const text = await files.read(keyOf(pattern));
  return text === undefined ? undefined : PatternGroup.parse(JSON.parse(text));
};

/** Keeps the group of a pattern; the row that names it is written after. */
export const writePatternGroup = async (
  files: KnowledgeFiles,
  pattern: Named,
  group: PatternGroup,
): Promise<void> => void (await files.writeOnce(keyOf(pattern), JSON.stringify(group)));

/** Takes away the group of evidence that no row names any more. */
export const removePatternGroup = (files: KnowledgeFiles, pattern: Named): Promise<void> =>
  files.remove(keyOf(pattern));
