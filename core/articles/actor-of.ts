import type { ArticleActor } from '#contracts/article-change.ts';
import type { AuthoriserContext } from '#contracts/principal.ts';

/** A caller as the history of an article names them. */
export const actorOf = ({ principal }: Pick<AuthoriserContext, 'principal'>): ArticleActor => ({
  kind: 'principal',
  id: principal,
});
