import * as z from 'zod';

/** A way by which data comes in or is worked on. */
export const PipelineView = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['bulk', 'real_time']),
  status: z.enum(['running', 'idle']),
  last_run: z.string().nullable(),
  /** Messages that wait; absent where no queue belongs to it, null where nobody told. */
  queue_depth: z.number().nullable().optional(),
});
export type PipelineView = z.infer<typeof PipelineView>;

/** Answer of `GET /admin/pipelines`: what comes in bulk and what is done at once. */
export const Pipelines = z.object({ pipelines: z.array(PipelineView) });
export type Pipelines = z.infer<typeof Pipelines>;
