import { DomainError } from '#core/domain-error.ts';
import type { ArticleWriter } from '#core/ports/article-writer.ts';
import { sharedBreaker, type BreakerDeps } from './breaker.ts';

/** A writer tells itself when it cannot be had; a probe would be paid. */
const isOutage = async (error: unknown): Promise<boolean> =>
  error instanceof DomainError && (error.code === 'unavailable' || error.code === 'timeout');

/**
 * A writer whose calls go through the breaker `article_writer`, apart from that of the embedding model: one model may be
 * throttled while the other works.
 */
export const guardedArticleWriter = (deps: BreakerDeps, writer: ArticleWriter): ArticleWriter => {
  const breaker = sharedBreaker(deps, { name: 'article_writer', isOutage });
  return { name: writer.name, write: (evidence) => breaker.run(() => writer.write(evidence)) };
};
