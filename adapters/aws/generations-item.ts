import * as z from 'zod';
import type { GenerationsState } from '#core/generations/generations-state.ts';

const Generation = z.object({
  model: z.string(),
  dimensions: z.int(),
  generation: z.int(),
  embedder: z.string(),
  indexVersion: z.int(),
  insteadOf: z.string().optional(),
});

const State = z.object({
  live: Generation,
  building: Generation.extend({
    startedAt: z.string(),
    round: z.int(),
    roundStartedAt: z.string(),
  }).optional(),
  retired: z.array(Generation.extend({ writtenUntil: z.string() })),
  last: z.int(),
  lastRebuild: z
    .object({
      generation: z.int(),
      outcome: z.enum(['completed', 'cancelled', 'not_clean']),
      startedAt: z.string(),
      finishedAt: z.string(),
    })
    .optional(),
});

const Item = z.object({
  revision: z.int(),
  change: z.string(),
  state: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(State),
});

/** Where the state stands in the table of generations. */
export const GENERATIONS_KEY = { pk: 'generations', sk: 'state' } as const;

/** The item of a state: what is compared as attributes, the rest as JSON text. */
export const toGenerationsItem = ({ revision, change, ...state }: GenerationsState) => ({
  ...GENERATIONS_KEY,
  revision,
  change,
  state: JSON.stringify(state),
});

/** The state of an item. */
export const fromGenerationsItem = (item: unknown): GenerationsState => {
  const { revision, change, state } = Item.parse(item);
  return { revision, change, ...state, building: state.building, lastRebuild: state.lastRebuild };
};
