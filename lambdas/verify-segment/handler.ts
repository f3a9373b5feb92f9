import { VerifyMessage } from '#contracts/import-messages.ts';
import { verifySegment, type VerifySegmentDeps } from '#core/use-cases/verify-segment.ts';
import { eachMessage } from '#lambdas/shared/each-message.ts';

/** Reads records back from the index: each message is one segment. */
export const createHandler = (deps: VerifySegmentDeps) => {
  const verify = verifySegment(deps);
  return eachMessage(VerifyMessage, (message, { attempt }) => verify(message, { redelivered: attempt > 1 }));
};
