import * as z from 'zod';

const generation = { generation: z.int().min(1) } as const;
const round = { ...generation, round: z.int().min(0) } as const;

/** Look whether a round has ended, and begin the next one; `started_at` names the rebuild while it may not be visible yet. */
const Advance = z.object({ kind: z.literal('advance'), ...round, started_at: z.iso.datetime() });

/** Go on in a lane from a step of it. */
const Walk = z.object({
  kind: z.literal('walk'),
  ...round,
  lane: z.int().min(0),
  step: z.int().min(0),
});

/** Drop a generation, if it is one that was left long enough ago. */
const Drop = z.object({ kind: z.literal('drop'), ...generation });

/** A message of the queue `rebuild`; it is about the index of all tenants, so it names none. */
export const RebuildMessage = z.discriminatedUnion('kind', [Advance, Walk, Drop]);
export type RebuildMessage = z.infer<typeof RebuildMessage>;
