import * as z from 'zod';

/** A generation of the search index: everything that is searchable, by one model. */
export const IndexGeneration = z.object({
  generation: z.int(),
  model: z.string(),
  dimensions: z.int(),
  /** The setting behind the model. */
  embedder: z.string(),
  /** Version of what is indexed beside the model; an upgrade may ask for a higher one. */
  index_version: z.int(),
});

/** What a rebuild does: it waits for its first look, copies, or compares what it copied with the records. */
export const RebuildState = z.enum(['waiting', 'copying', 'comparing']);

/** A rebuild that runs. */
export const IndexRebuild = IndexGeneration.extend({
  state: RebuildState,
  /** 1 copies; from 2 on it compares, until a round finds nothing to mend. */
  round: z.int(),
  started_at: z.string(),
  /** Of this round, all tenants together; `seconds_left` is null while nobody can tell. */
  progress: z.object({
    done: z.int(),
    total: z.int(),
    percent: z.int(),
    seconds_left: z.int().nullable(),
  }),
  /** Name of the fault at which the last try of some part failed; null while all goes well. */
  error: z.string().nullable(),
});
export type IndexRebuild = z.infer<typeof IndexRebuild>;

/** How the last rebuild ended. */
export const EndedRebuild = z.object({
  generation: z.int(),
  outcome: z.enum(['completed', 'cancelled', 'not_clean']),
  started_at: z.string(),
  finished_at: z.string(),
});

/** Which generations of the search index there are, and how far a rebuild is. */
export const IndexStatus = z.object({
  /** The one that is searched. */
  live: IndexGeneration,
  /** Whether settings or code ask for what only a rebuild brings. */
  rebuild_needed: z.boolean(),
  rebuild: IndexRebuild.nullable(),
  /** Left ones, which are dropped a minute later. */
  retired: z.array(IndexGeneration.extend({ written_until: z.string() })),
  last_rebuild: EndedRebuild.nullable(),
});
export type IndexStatus = z.infer<typeof IndexStatus>;

/** The body of a request to rebuild; without `embedder`, by the one of the environment's settings. */
export const NewRebuild = z.strictObject({ embedder: z.string().min(1).max(40).optional() });
export type NewRebuild = z.infer<typeof NewRebuild>;
