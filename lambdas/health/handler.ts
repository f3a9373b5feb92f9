import { checkReadiness, type CheckReadinessDeps } from '#core/use-cases/check-readiness.ts';
import { json } from '#lambdas/shared/json.ts';
import { publicOperation } from '#lambdas/shared/operation.ts';
import { route } from '#lambdas/shared/route.ts';

/** Whether the service lives (it answers) and is ready (what it stands on answers too). */
export const createHandler = (deps: CheckReadinessDeps) => {
  const check = checkReadiness(deps);
  const live = publicOperation(async () =>
    json(200, { status: 'healthy', timestamp: deps.clock.now().toISOString() }),
  );
  const ready = publicOperation(async () => {
    const readiness = await check();
    return json(readiness.status === 'ready' ? 200 : 503, readiness);
  });
  return route({ getHealth: live, getHealthV1: live, getReady: ready, getReadyV1: ready });
};
