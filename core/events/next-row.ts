import type { ArticleContent } from '#contracts/article.ts';
import type { CaseContent } from '#contracts/case.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { editedClaims } from '#core/articles/edited-claims.ts';
import type { CaseRow } from '#core/cases/case-row.ts';
import { nextVersion } from '#core/cases/next-version.ts';
import { withLanguage } from '#core/cases/with-language.ts';
import type { LanguageDetector } from '#core/ports/language-detector.ts';
import type { Tombstone } from '#core/records/stored-row.ts';

/** What every row that an event makes carries. */
export type EventRowBase = {
  readonly tenant: string;
  readonly id: string;
  readonly sourceUpdatedAt: string;
  /** Time of writing, ISO 8601 UTC. */
  readonly now: string;
};

/** What an event says a record is; undefined when it is gone. */
export type Said<Content> = { readonly content: Content; readonly contentHash: string } | undefined;

const envelope = (
  { tenant, id, sourceUpdatedAt, now }: EventRowBase,
  stored: { readonly version: number } | undefined,
) => ({ tenant, id, version: nextVersion(stored, now), updatedAt: now, sourceUpdatedAt });

const bornAt = (stored: { deleted: true } | { deleted: false; createdAt: string } | undefined, now: string) =>
  stored?.deleted === false ? stored.createdAt : now;

/** The row of a case after an event; what its import said of it stays, as with PUT. */
export const nextCase = (
  languages: LanguageDetector,
  base: EventRowBase,
  stored: CaseRow | undefined,
  said: Said<CaseContent>,
): CaseRow =>
  said
    ? {
        ...envelope(base, stored),
        deleted: false,
        content: withLanguage(languages, said.content),
        contentHash: said.contentHash,
        createdAt: said.content.created_at ?? bornAt(stored, base.now),
        lineage: stored?.deleted === false ? stored.lineage : undefined,
      }
    : { ...envelope(base, stored), deleted: true, bySource: true };

/** The row of an article after an event: what it says changes, and with it the claims of a generated one; its state and source do not. A new one begins as work in progress. */
export const nextArticle = (
  base: EventRowBase,
  stored: LivingArticle | Tombstone | undefined,
  said: Said<ArticleContent>,
): LivingArticle | Tombstone => {
  if (!said) return { ...envelope(base, stored), deleted: true, bySource: true };
  const { content, contentHash } = said;
  const next = { ...envelope(base, stored), deleted: false, content, contentHash } as const;
  const createdAt = bornAt(stored, base.now);
  if (stored?.deleted !== false)
    return { ...next, createdAt, state: 'work_in_progress', source: 'manual', claims: [] };
  return { ...stored, ...next, createdAt, claims: editedClaims(stored, content.content) };
};
