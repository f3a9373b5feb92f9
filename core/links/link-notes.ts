import type { LivingCase } from '#core/cases/case-row.ts';
import { resolvedDay } from '#core/cases/resolved-day.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { DayNote } from '#core/ports/knowledge-books.ts';
import type { ArticleLink } from './article-link.ts';
import { noteToken } from './note-token.ts';

/** Between article and case in a note of reuse. */
const BETWEEN = '.';

/** The article's part of a note of reuse. */
export const articleOfNote = (token: string): string => token.slice(0, token.indexOf(BETWEEN));

/** That an article was used for a case, on the day of the link. */
export const reuseNote = (
  hasher: Hasher,
  { tenant, articleId, caseId, linkedAt }: Pick<ArticleLink, 'tenant' | 'articleId' | 'caseId' | 'linkedAt'>,
): DayNote => ({
  day: linkedAt.slice(0, 10),
  note: 'reused',
  token: `${noteToken(hasher, tenant, articleId)}${BETWEEN}${noteToken(hasher, tenant, caseId)}`,
});

/** That a resolved case is linked to an article, on the day on which it was resolved; undefined while it is not. */
export const linkedNote = (
  hasher: Hasher,
  row: LivingCase,
  resolvedStatuses: readonly string[],
): DayNote | undefined => {
  const day = resolvedDay(row, resolvedStatuses);
  return day === undefined
    ? undefined
    : { day, note: 'linked', token: noteToken(hasher, row.tenant, row.id) };
};
