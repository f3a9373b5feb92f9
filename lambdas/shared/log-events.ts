/** One event that a function may log: how loud, what it says, and the only fields that it carries. */
type LogEvent = {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly says: string;
  /** Names of its fields: ids, counts, times and codes; never text of a person or a record. */
  readonly fields: readonly string[];
};

/** Every event that is ever logged, by its stable code; docs/log-events.md is this table for people. */
export const LOG_EVENTS = {
  REQUEST_STARTED: {
    level: 'info',
    says: 'A request of the API has come in; its operation and caller are bound from here on.',
    fields: ['method', 'resource'],
  },
  REQUEST_COMPLETED: {
    level: 'info',
    says: 'A request was answered.',
    fields: ['status', 'code', 'duration_ms'],
  },
  REQUEST_FAILED: {
    level: 'error',
    says: 'A request met a fault of ours; the client got a 5xx answer.',
    fields: ['duration_ms', 'error'],
  },
  CALLER_REFUSED: {
    level: 'info',
    says: 'The authoriser has refused a token.',
    fields: ['code'],
  },
  MESSAGE_STARTED: {
    level: 'info',
    says: 'A message of a queue is handled; its ids are bound from here on.',
    fields: ['attempt', 'waited_ms'],
  },
  MESSAGE_COMPLETED: {
    level: 'info',
    says: 'A message was handled and leaves its queue.',
    fields: ['duration_ms'],
  },
  MESSAGE_FAILED: {
    level: 'error',
    says: 'A message could not be handled; it comes back, and after five times goes to the dead letters.',
    fields: ['attempt', 'duration_ms', 'error'],
  },
  CHANGES_STARTED: {
    level: 'info',
    says: 'A batch of changed records is taken up, to be projected into the index or to be followed in what knowledge was made of them.',
    fields: ['keys', 'lag_ms'],
  },
  CHANGES_COMPLETED: {
    level: 'info',
    says: 'A batch of changed records was handled, all but those that are tried again by themselves.',
    fields: ['keys', 'duration_ms'],
  },
  PROJECTION_FAILED: {
    level: 'error',
    says: 'One record could not be projected with its batch; its key goes to the repairs.',
    fields: ['tenant', 'error'],
  },
  WATCH_FAILED: {
    level: 'error',
    says: 'One changed record could not be followed in what knowledge was made of it; its key is tried again.',
    fields: ['tenant', 'kind', 'error'],
  },
  TEXTS_SHORTENED: {
    level: 'warn',
    says: 'Some texts were longer than the model reads; only their beginning is found by meaning.',
    fields: ['tenant', 'model', 'texts', 'shortened'],
  },
  TASK_STARTED: {
    level: 'info',
    says: 'A scheduled task begins.',
    fields: [],
  },
  TASK_COMPLETED: {
    level: 'info',
    says: 'A scheduled task has ended.',
    fields: ['duration_ms'],
  },
  RUN_DECIDED: {
    level: 'info',
    says: 'The schedule of a job was due; its run has started, or why it has not.',
    fields: ['run', 'outcome'],
  },
  RUN_FAILED: {
    level: 'error',
    says: 'A run of a job has failed, after all retries.',
    fields: ['error'],
  },
  WORK_PAUSED: {
    level: 'warn',
    says: 'A part that work needs is out: its queues and streams wait until it answers again.',
    fields: ['breaker'],
  },
  WORK_RESUMED: {
    level: 'info',
    says: 'A part that was out answers again, and the work that waited goes on.',
    fields: ['breaker'],
  },
  CASES_REOPENED: {
    level: 'info',
    says: 'Cases that were solved are open again in the case database.',
    fields: ['tenant', 'cases', 'count'],
  },
  SYNC_IMPORT_SHORT: {
    level: 'warn',
    says: 'An import of the case sync ended without all its records; what it refused stands in its list of records.',
    fields: ['tenant', 'import_id', 'rejected', 'failed'],
  },
  CASE_DATABASE_LINE_LOST: {
    level: 'warn',
    says: 'An idle connection to the case database broke; the next statement opens another.',
    fields: ['error'],
  },
  CASE_SYNC_PROGRESSED: {
    level: 'info',
    says: 'One call of the case sync has ended, with what its run has done so far.',
    fields: ['more', 'waiting', 'counts'],
  },
  VECTORISATION_PROGRESSED: {
    level: 'info',
    says: 'One call of the vectorization has ended, with what its run has done so far.',
    fields: ['more', 'waiting', 'counts'],
  },
  PASSAGE_NOT_MADE: {
    level: 'error',
    says: 'The vectorization could not bring one record into the index; it tries again with its next run.',
    fields: ['tenant', 'error'],
  },
  PATTERN_FAILED: {
    level: 'error',
    says: 'A step of the making of articles failed for one pattern; the others went on, and it is tried again, three times in all.',
    fields: ['tenant', 'pattern', 'step', 'tries', 'error'],
  },
  KNOWLEDGE_RUN_COUNTED: {
    level: 'info',
    says: 'A run of the making of articles has been through all patterns; what became of them, also where the run then fails.',
    fields: ['counts'],
  },
  BUDGET_SET: {
    level: 'info',
    says: 'A tenant has set what drafts of articles may cost in a month, or taken that back.',
    fields: ['limit_usd'],
  },
  COMPONENT_UNHEALTHY: {
    level: 'error',
    says: 'A part that the service stands on did not answer when it was asked.',
    fields: ['component', 'error'],
  },
  SEARCH_COMPLETED: {
    level: 'info',
    says: 'A search was answered; the statistics of searches are made from these lines.',
    fields: ['search'],
  },
  SEARCH_DEGRADED: {
    level: 'error',
    says: 'A part of the search did not answer; it was answered without, and the caller is told.',
    fields: ['component', 'error'],
  },
  LOG_LINES_UNREADABLE: {
    level: 'error',
    says: 'Lines of a subscribed log were not of the expected form and are missing in the statistics.',
    fields: ['events', 'count'],
  },
  ARTICLE_CHANGED: {
    level: 'info',
    says: 'Somebody changed an article or decided about it; who is bound, what it was before is in its versions.',
    fields: ['kind', 'article_id', 'version', 'state'],
  },
  ARTICLES_TENDED: {
    level: 'info',
    says: 'Drafts that nobody had looked at in time were archived, or versions of deleted articles removed.',
    fields: ['expired', 'erased'],
  },
  REBUILD_STARTED: {
    level: 'info',
    says: 'A rebuild of the search index was begun, by a person or by the vectorization.',
    fields: ['generation'],
  },
  REBUILD_CANCELLED: {
    level: 'info',
    says: 'Somebody ended a rebuild of the search index.',
    fields: ['generation'],
  },
  REBUILD_ROUND_BEGAN: {
    level: 'info',
    says: 'A rebuild begins to copy (round 1) or to compare; the round before found so many passages that were not as their records.',
    fields: ['generation', 'round', 'stale'],
  },
  REBUILD_COMPLETED: {
    level: 'info',
    says: 'A rebuilt index is searched from now on.',
    fields: ['generation'],
  },
  REBUILD_GIVEN_UP: {
    level: 'error',
    says: 'A rebuild found passages that were not as their records, round after round, and was ended; the old index is still searched.',
    fields: ['generation'],
  },
  GENERATION_DROPPED: {
    level: 'info',
    says: 'What a generation of the index held that nobody searches any more was removed.',
    fields: ['generation'],
  },
  EVENT_FAILED: {
    level: 'error',
    says: 'An event of a source met a fault of ours and was not taken; its sender was told to send it again.',
    fields: ['error'],
  },
  IDEMPOTENCY_ANSWER_LOST: {
    level: 'error',
    says: 'An answer could not be kept under its idempotency key; asked again, the request may be carried out again.',
    fields: ['error'],
  },
} as const satisfies Readonly<Record<string, LogEvent>>;

/** The code of an event, a closed list. */
export type LogEventCode = keyof typeof LOG_EVENTS;

/** The fields of an event; an error is logged by name, message and stack. */
export type LogFields<Code extends LogEventCode> = Readonly<
  Record<(typeof LOG_EVENTS)[Code]['fields'][number], unknown>
>;
