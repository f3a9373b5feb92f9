import { z } from 'zod';
import { HANG_UP_PATH, RELEASE_PATH } from '../emulators/release-path.ts';
import type { LocalContext } from '../local-context.ts';

const Answer = z.object({ released: z.number() });

/**
 * Gives back at once what a killed poller of this queue had in flight: nobody works on it any more, and its
 * visibility timeout may be long.
 */
export const releaseMessages = async (queueArn: string, { endpoints, log }: LocalContext): Promise<void> => {
  const name = queueArn.split(':')[5] ?? '';
  const response = await fetch(`${endpoints.sqs}${RELEASE_PATH}/${name}`, { method: 'POST' });
  const { released } = Answer.parse(await response.json());
  if (released > 0) log('sqs', `${name}: ${released} messages are back from a poller that ended`);
};

/** Ends the long polls of this queue's poller: what would still come to them nobody would work on. */
export const endLongPolls = async (queueArn: string, { endpoints }: LocalContext): Promise<void> => {
  await fetch(`${endpoints.sqs}${HANG_UP_PATH}/${queueArn.split(':')[5] ?? ''}`, { method: 'POST' });
};
