import { DispatchMessage } from '#contracts/import-messages.ts';
import { dispatchSegments, type DispatchSegmentsDeps } from '#core/use-cases/dispatch-segments.ts';
import { eachMessage } from '#lambdas/shared/each-message.ts';

/** Moves imports on: each message names one that may have room in its window or be done. */
export const createHandler = (deps: DispatchSegmentsDeps) =>
  eachMessage(DispatchMessage, dispatchSegments(deps));
