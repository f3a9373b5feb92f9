import { z } from 'zod';
import { RELEASE_PATH } from '../emulators/release-path.ts';
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
  if (released > 0) log('sqs', `${name}: ${released} messages are back after a crash`);
};
