import { KeptDraft } from '#contracts/kept-draft.ts';
import type { PatternWork } from '#contracts/knowledge-work.ts';
import type { ArticleWriter } from '#core/ports/article-writer.ts';
import type { KnowledgeFiles } from '#core/ports/knowledge-files.ts';
import { draftKeys } from './draft-keys.ts';
import type { PatternAt } from './each-pattern.ts';
import { readJson } from './json-files.ts';

export type DraftOfDeps = { files: KnowledgeFiles; writer: Pick<ArticleWriter, 'name'> };

/** Where the draft of a pattern's work is kept; undefined where none was made. */
export const draftKeyOf = (
  writer: Pick<ArticleWriter, 'name'>,
  { tenant, id }: PatternAt,
  { evidence, draft }: PatternWork,
): string | undefined =>
  draft === undefined
    ? undefined
    : draftKeys({ tenant, patternId: id, evidence, writer: writer.name }, draft).draft;

/** The draft that a run is at. */
export const draftOf =
  ({ files, writer }: DraftOfDeps) =>
  async (at: PatternAt, work: PatternWork): Promise<KeptDraft> => {
    const key = draftKeyOf(writer, at, work);
    const draft = key === undefined ? undefined : await readJson(files, key, KeptDraft);
    if (draft === undefined) throw new Error(`pattern ${at.id} has no draft`);
    return draft;
  };
