import * as z from 'zod';
import { tendBreakers, type TendBreakersDeps } from '#core/use-cases/tend-breakers.ts';
import { log } from '#lambdas/shared/log.ts';
import { measure } from '#lambdas/shared/measure.ts';
import { task } from '#lambdas/shared/task.ts';

/** Tends the breakers, each time one changes and each minute; what the event says beside that does not matter. */
export const createHandler = (deps: TendBreakersDeps) => {
  const tend = tendBreakers(deps);
  return task(z.unknown(), async () => {
    for (const { row, moved } of await tend()) {
      measure('BreakerOpen', row.state.phase === 'closed' ? 0 : 1, { breaker: row.name });
      if (moved === 'paused') log('WORK_PAUSED', { breaker: row.name });
      if (moved === 'resumed') log('WORK_RESUMED', { breaker: row.name });
    }
  });
};
