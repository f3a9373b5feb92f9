import { ArticleContent } from '#contracts/article.ts';
import { CaseContent } from '#contracts/case.ts';
import { RecordEvent } from '#contracts/event.ts';
import { DomainError } from '#core/domain-error.ts';
import type { IncomingEvent } from '#core/events/incoming-event.ts';
import { parsePart } from '#lambdas/shared/parse-part.ts';

const incoming = (event: RecordEvent): IncomingEvent => {
  const { event_id: eventId, occurred_at: occurredAt } = event;
  if (event.type === 'case_update') {
    const content = event.action === 'upsert' ? CaseContent.parse(event.case) : undefined;
    return { eventId, occurredAt, id: event.case.id, kind: 'case', content };
  }
  const content = event.action === 'upsert' ? ArticleContent.parse(event.article) : undefined;
  return { eventId, occurredAt, id: event.article.id, kind: 'article', content };
};

/** Reads the event at a place of a request's list; refuses with `invalid_request` and pointers into the request's body. */
export const readEvent = (value: unknown, at: number): IncomingEvent => {
  try {
    return incoming(parsePart(RecordEvent, value, 'invalid_request'));
  } catch (cause) {
    if (!(cause instanceof DomainError)) throw cause;
    const errors = (cause.errors ?? []).map(({ path, message }) => ({
      path: `/events/${at}${path}`,
      message,
    }));
    throw new DomainError('invalid_request', cause.message, { errors, cause });
  }
};
