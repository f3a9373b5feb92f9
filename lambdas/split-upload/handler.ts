import { SplitMessage } from '#contracts/import-messages.ts';
import { splitUpload, type SplitUploadDeps } from '#core/use-cases/split-upload.ts';
import { eachMessage } from '#lambdas/shared/each-message.ts';

/** Reads uploads: each message is one file, or the rest of one. */
export const createHandler = (deps: SplitUploadDeps) => {
  const split = splitUpload(deps);
  return eachMessage(SplitMessage, async (message, { remaining }) => split(message, { remaining }));
};
