import * as z from 'zod';

/** What happened to an article with one write of it, a closed list. */
export const ArticleChangeKind = z.enum([
  /** A person made it. */
  'created',
  /** A person changed what it says. */
  'edited',
  /** An event of a source said what it is. */
  'received',
  /** A person moved it to another state. */
  'moved',
  /** A person looked at it and found it right. */
  'approved',
  /** A person looked at it and found it wrong: it went to the archive. */
  'rejected',
  /** It went to the archive, since another article says the same. */
  'merged',
  /** What another article had was taken over. */
  'absorbed',
  /** It was written from cases. */
  'generated',
  /** More cases say the same as it does. */
  'confirmed',
  /** What it should say now, for a person to decide; such a version was never the article. */
  'proposed',
  /** A change was laid before a person. */
  'proposal_made',
  'proposal_accepted',
  'proposal_rejected',
  /** Nobody looked at the draft in time: it went to the archive. */
  'expired',
  /** Something about it was found that a person should look at. */
  'flagged',
  /** What rested on an erased case was taken away. */
  'source_erased',
  'deleted',
]);
export type ArticleChangeKind = z.infer<typeof ArticleChangeKind>;

/** Who changed an article: a person or client by the subject of its token, or a job by its run. */
export const ArticleActor = z.object({ kind: z.enum(['principal', 'job']), id: z.string() });
export type ArticleActor = z.infer<typeof ArticleActor>;

/** What kind of change a write is, and whose. */
export const ArticleChange = z.object({
  kind: ArticleChangeKind,
  by: ArticleActor,
  /** What the person said about it. */
  reason: z.string().optional(),
  /** The other article of a merge. */
  other_id: z.string().optional(),
});
export type ArticleChange = z.infer<typeof ArticleChange>;
