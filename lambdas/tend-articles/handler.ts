import * as z from 'zod';
import { tendArticles, type TendArticlesDeps } from '#core/use-cases/tend-articles.ts';
import { log } from '#lambdas/shared/log.ts';
import { measure } from '#lambdas/shared/measure.ts';
import { task } from '#lambdas/shared/task.ts';

/** Looks after articles, each time the schedule strikes; what the event says beside that does not matter. */
export const createHandler = (deps: TendArticlesDeps) => {
  const tend = tendArticles(deps);
  return task(z.unknown(), async () => {
    const { expired, erased, oldestReviewSeconds } = await tend();
    measure('OldestReviewAge', oldestReviewSeconds);
    if (expired + erased > 0) log('ARTICLES_TENDED', { expired, erased });
  });
};
