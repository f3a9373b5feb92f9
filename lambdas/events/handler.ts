import * as z from 'zod';
import { EventEnvelope, type EventResult } from '#contracts/event.ts';
import type { Permission } from '#contracts/permission.ts';
import { holdsPermission, type Role } from '#contracts/role.ts';
import { DomainError } from '#core/domain-error.ts';
import type { IncomingEvent } from '#core/events/incoming-event.ts';
import { applyEvents, type ApplyEventsDeps, type EventOutcome } from '#core/use-cases/apply-events.ts';
import { json } from '#lambdas/shared/json.ts';
import { log } from '#lambdas/shared/log.ts';
import { nothing, operation } from '#lambdas/shared/operation.ts';
import { route } from '#lambdas/shared/route.ts';
import { readEvent } from './read-event.ts';

const Named = z.object({ event_id: z.string() });

const WRITES: Record<IncomingEvent['kind'], Permission> = {
  case: 'cases:write',
  article: 'knowledge:write',
};

const eventIdOf = (value: unknown): string | null => Named.safeParse(value).data?.event_id ?? null;

type Read = { readonly event: IncomingEvent } | { readonly rejected: EventResult };

/** An event that may be applied, or its rejection. */
const read = (value: unknown, at: number, roles: readonly Role[]): Read => {
  try {
    const event = readEvent(value, at);
    if (holdsPermission(roles, WRITES[event.kind])) return { event };
    return { rejected: { event_id: event.eventId, status: 'rejected', code: 'forbidden' } };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const errors = [...(error.errors ?? [])];
    return {
      rejected: { event_id: eventIdOf(value), status: 'rejected', code: 'invalid_request', errors },
    };
  }
};

const resultOf = (event_id: string, outcome: EventOutcome): EventResult => {
  if (outcome.status !== 'failed') return { event_id, status: outcome.status };
  const { error } = outcome;
  if (error instanceof DomainError && error.code === 'conflict')
    return { event_id, status: 'failed', code: 'conflict' };
  if (error instanceof DomainError && error.code === 'forbidden')
    return { event_id, status: 'rejected', code: 'forbidden' };
  log('EVENT_FAILED', { error });
  return { event_id, status: 'failed', code: 'internal_error' };
};

/** The route `/events`: each event is checked, permitted and applied by itself. */
export const createHandler = (deps: ApplyEventsDeps) => {
  const apply = applyEvents(deps);

  return route({
    sendEvents: operation(
      { path: nothing, query: nothing, body: EventEnvelope },
      async ({ caller, body }) => {
        const all = body.events.map((value, at) => read(value, at, caller.roles));
        const events = all.flatMap((one) => ('event' in one ? [one.event] : []));
        const outcomes = await apply(caller, events);
        const results = new Map(outcomes.map((outcome, n) => [events[n], outcome] as const));
        return json(202, {
          results: all.map((one): EventResult => {
            if ('rejected' in one) return one.rejected;
            const outcome = results.get(one.event);
            if (!outcome) throw new Error('an event has no outcome');
            return resultOf(one.event.eventId, outcome);
          }),
        });
      },
    ),
  });
};
