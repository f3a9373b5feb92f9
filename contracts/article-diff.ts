import * as z from 'zod';
import { ArticleState } from './article-state.ts';

/** A part of two texts that both have, or only the one or the other. */
export const DiffPart = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });
export type DiffPart = z.infer<typeof DiffPart>;

const VersionNumber = z
  .string()
  .regex(/^\d{1,15}$/, 'not a version')
  .transform(Number)
  .meta({ override: { type: 'integer', minimum: 0, pattern: undefined } });

/** Query of `GET /knowledge/{id}/diff`. */
export const ArticleDiffQuery = z.strictObject({ from: VersionNumber, to: VersionNumber });

/** Path of one version of an article. */
export const versionNumber = VersionNumber;

/** What two versions of an article say differently. */
export const ArticleDiff = z.object({
  from: z.int(),
  to: z.int(),
  /** Fields beside the content that differ, as they were and as they are; absent where a version has none. */
  fields: z.array(z.object({ field: z.string(), from: z.unknown().optional(), to: z.unknown().optional() })),
  /** The content of both; empty where it is the same. */
  content: z.array(DiffPart),
  /** Statements whose claims were lost or gained. */
  claims: z.object({ removed: z.array(z.string()), added: z.array(z.string()) }),
  state: z.object({ from: ArticleState, to: ArticleState }),
});
export type ArticleDiff = z.infer<typeof ArticleDiff>;
