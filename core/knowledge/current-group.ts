import type { PatternGroup } from '#contracts/pattern-group.ts';
import type { KnowledgeFiles } from '#core/ports/knowledge-files.ts';
import { readPatternGroup } from './pattern-files.ts';
import type { StoredPattern } from './stored-pattern.ts';

/** A pattern and its list of cases; none where it is a pattern no more. */
export type CurrentGroup = { readonly pattern: StoredPattern; readonly group: PatternGroup | undefined };

/**
 * Reads a pattern and the list that its row names; undefined where there is no such pattern. The list of the evidence
 * before goes as soon as the row names another, so a missing one is looked for by the row as it is then.
 */
export const currentGroup = async (
  find: () => Promise<StoredPattern | undefined>,
  files: Pick<KnowledgeFiles, 'read'>,
): Promise<CurrentGroup | undefined> => {
  for (const last of [false, true]) {
    const pattern = await find();
    if (!pattern) return undefined;
    const group = pattern.size === 0 ? undefined : await readPatternGroup(files, pattern);
    if (group || pattern.size === 0) return { pattern, group };
    if (last) throw new Error(`the cases of pattern ${pattern.id} are not listed`);
  }
  return undefined;
};
