import { WriterName } from '#contracts/writer-name.ts';
import { guardedArticleWriter } from '#core/breakers/guarded-article-writer.ts';
import type { BreakerDeps } from '#core/breakers/breaker.ts';
import type { ArticleWriter } from '#core/ports/article-writer.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';

/** Opens the writer of articles by the setting ARTICLE_WRITER, a model behind its breaker; only the chosen adapter is loaded. */
export const openArticleWriter = async (breakersOf: () => BreakerDeps): Promise<ArticleWriter> => {
  const { ARTICLE_WRITER: name } = readEnv({ ARTICLE_WRITER: WriterName });
  if (name === 'extractive') {
    const { extractiveWriter } = await import('#adapters/embedded/extractive-writer.ts');
    return extractiveWriter();
  }
  const { openConverseWriter } = await import('#lambdas/wiring/open-converse-writer.ts');
  return guardedArticleWriter(breakersOf(), openConverseWriter(name));
};
