import * as z from 'zod';

/** One text for a worker: the ids of its pieces, special ones included. */
export const WorkerTask = z.object({ id: z.int(), pieces: z.array(z.int()) });
export type WorkerTask = z.infer<typeof WorkerTask>;

/** What a worker says of a task: the model's numbers, or why there are none. */
export const WorkerAnswer = z.union([
  z.object({ id: z.int(), numbers: z.instanceof(Float32Array) }),
  z.object({ id: z.int(), error: z.string() }),
]);
export type WorkerAnswer = z.infer<typeof WorkerAnswer>;
