import * as z from 'zod';
import { ArticleId, ArticleReplacement } from './article.ts';
import { CaseReplacement, RecordId } from './case.ts';
import { IsoDate } from './iso-date.ts';

/** Most events of one request. */
export const MOST_EVENTS = 100;

const named = {
  event_id: RecordId.meta({
    description: 'Chosen by the sender; the same id within 7 days is the same event, delivered again',
  }),
  occurred_at: IsoDate,
} as const;

/** A record that is gone in its source: only its id counts, whatever else is said of it. */
const Gone = z.looseObject({ id: RecordId });

/** A case was made, changed or deleted in its source. */
const CaseUpdate = z.discriminatedUnion('action', [
  z.strictObject({
    ...named,
    type: z.literal('case_update'),
    action: z.literal('upsert'),
    case: CaseReplacement.safeExtend({ id: RecordId }),
  }),
  z.strictObject({ ...named, type: z.literal('case_update'), action: z.literal('delete'), case: Gone }),
]);

/** An article was made, changed or deleted in its source. */
const KnowledgeUpdate = z.discriminatedUnion('action', [
  z.strictObject({
    ...named,
    type: z.literal('knowledge_update'),
    action: z.literal('upsert'),
    article: ArticleReplacement.safeExtend({ id: ArticleId }),
  }),
  z.strictObject({
    ...named,
    type: z.literal('knowledge_update'),
    action: z.literal('delete'),
    article: Gone,
  }),
]);

/** A change of one record in its source. */
export const RecordEvent = z.discriminatedUnion('type', [CaseUpdate, KnowledgeUpdate]);
export type RecordEvent = z.infer<typeof RecordEvent>;

/** Body of `POST /events`, as senders should write it. */
export const EventBatch = z.strictObject({ events: z.array(RecordEvent).min(1).max(MOST_EVENTS) });

/** The same body as it is checked first: each event is parsed by itself, so that a bad one does not stop the others. */
export const EventEnvelope = z.strictObject({ events: z.array(z.unknown()).min(1).max(MOST_EVENTS) });

/** What became of an event; `failed` ones are to be sent again. */
export const EventStatus = z.enum(['accepted', 'unchanged', 'older', 'duplicate', 'rejected', 'failed']);
export type EventStatus = z.infer<typeof EventStatus>;

/** Why an event was rejected, or failed. */
export const EventCode = z.enum(['invalid_request', 'forbidden', 'conflict', 'internal_error']);
export type EventCode = z.infer<typeof EventCode>;

/** What became of one event of a request. */
export const EventResult = z.object({
  /** Null where the event has no id that can be read. */
  event_id: z.string().nullable(),
  status: EventStatus,
  code: EventCode.optional(),
  /** Fields at fault, as JSON pointers into the request's body. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type EventResult = z.infer<typeof EventResult>;

/** The answer of `POST /events`: one result an event, in their order. */
export const EventResults = z.object({ results: z.array(EventResult) });
