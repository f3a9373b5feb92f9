import type { ArticleChange } from '#contracts/article-change.ts';
import type { ArticleState } from '#contracts/article-state.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';

/** What a version says about itself; what the article said then is apart. */
export type VersionHead = {
  readonly version: number;
  readonly change: ArticleChange;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly state: ArticleState;
  /** Undefined where what it said was erased. */
  readonly title: string | undefined;
};

/** A version of an article; `article` is undefined where what it said was erased. */
export type KeptVersion = { readonly head: VersionHead; readonly article: LivingArticle | undefined };

/** Versions, newest first; `next` is the version before which the list goes on, absent at the end. */
export type VersionPage = { readonly heads: readonly VersionHead[]; readonly next: number | undefined };

/**
 * What articles said before; the article store writes it, here it is read and erased. Whoever reads it makes sure that
 * the article lives. Every implementation must pass test/contract/article-versions.contract.ts.
 */
export interface ArticleVersions {
  find(tenant: string, id: string, version: number): Promise<KeptVersion | undefined>;
  list(tenant: string, id: string, limit: number, before?: number): Promise<VersionPage>;
  /** Takes away what the versions up to `through` said; that there were changes, and whose, stays. */
  erase(tenant: string, id: string, through: number): Promise<void>;
  /** Takes away the versions up to `through`, and with them the note that they are still to be removed. */
  remove(tenant: string, id: string, through: number): Promise<void>;
}
