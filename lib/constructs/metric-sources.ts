import { functionsOf } from '#config/functions-of.ts';
import type { Settings } from '#config/schema.ts';
import { AppQueue } from './app-queue.ts';
import { DeadLetters } from './dead-letters.ts';
import { fullName } from './full-name.ts';
import { API_STAGE } from './rest-api.ts';

type Watched = { readonly settings: Settings; readonly queues: readonly (AppQueue | DeadLetters)[] };

/** Physical names behind the names that operators use, as JSON: what the metrics reader asks CloudWatch for. */
export const metricSources = ({ settings, queues }: Watched): string => {
  const short = (name: string) => name.replace(`${fullName(settings)}-`, '');
  return JSON.stringify({
    api: { name: fullName(settings), stage: API_STAGE },
    functions: Object.fromEntries(functionsOf(settings).map((name) => [name, fullName(settings, name)])),
    queues: Object.fromEntries(
      queues
        .filter((queue) => queue instanceof AppQueue)
        .map((queue) => [
          short(queue.fullName),
          { queue: queue.fullName, deadLetters: queue.deadLetters.fullName },
        ]),
    ),
    deadEnds: Object.fromEntries(
      queues
        .filter((queue) => queue instanceof DeadLetters)
        .map((queue) => [short(queue.fullName), queue.fullName]),
    ),
    projector: fullName(settings, 'project-changes'),
  });
};
