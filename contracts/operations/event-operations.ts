import { EventBatch, EventResults, MOST_EVENTS } from '../event.ts';
import type { OperationContract } from './operation-contract.ts';

/** The operations under `/events`. */
export const eventOperations = {
  sendEvents: {
    tag: 'Events',
    summary: 'Tell of changes in a source',
    description: `At most ${MOST_EVENTS}, at least once, in any order: an \`event_id\` counts once in 7 days, and of a record only what occurred last stays. An event that cannot be taken is \`rejected\` by itself and may be sent again when it is mended; \`failed\` ones are to be sent again as they are. Each kind of record needs the permission to write it. An article's \`state\`, \`source\` and \`claims\` are ignored here.`,
    body: EventBatch,
    answers: { 202: { description: 'What became of each event, in their order', body: EventResults } },
  },
} as const satisfies Record<string, OperationContract>;
