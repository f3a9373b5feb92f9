import { contentHash } from '#core/cases/content-hash.ts';
import { DomainError } from '#core/domain-error.ts';
import { decideEvent, type EventDecision } from '#core/events/decide-event.ts';
import type { IncomingEvent } from '#core/events/incoming-event.ts';
import { nextArticle, nextCase, type EventRowBase } from '#core/events/next-row.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { EventChange, EventJournal } from '#core/ports/event-journal.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { LanguageDetector } from '#core/ports/language-detector.ts';
import type { Pause } from '#core/ports/pause.ts';

export type ApplyEventsDeps = {
  cases: CaseStore;
  articles: ArticleStore;
  journal: EventJournal;
  clock: Clock;
  hasher: Hasher;
  languages: LanguageDetector;
  pause: Pause;
};

/** What became of an event; one that `failed` was not taken, and its fault is told. */
export type EventOutcome =
  | { readonly status: 'accepted' | 'unchanged' | 'older' | 'duplicate' }
  | { readonly status: 'failed'; readonly error: unknown };

/** How long the id of an event is known. */
const KNOWN_MILLISECONDS = 7 * 24 * 60 * 60 * 1_000;
/** Writers that meet at one record this often in a row are told to come back. */
const MOST_TRIES = 8;
/** Records that are worked on at once. */
const AT_ONCE = 10;

type Decided = { readonly decision: EventDecision; readonly change: EventChange | undefined };

const saidBy = <Content extends object>(hasher: Hasher, content: Content | undefined) =>
  content && { content, contentHash: contentHash(hasher, content) };

/** Reads what is stored and decides; nothing is written yet. */
const decide = async (deps: ApplyEventsDeps, event: IncomingEvent, base: EventRowBase): Promise<Decided> => {
  const { tenant, id, sourceUpdatedAt: time } = base;
  if (event.kind === 'case') {
    const [stored, said] = [await deps.cases.find(tenant, id), saidBy(deps.hasher, event.content)];
    const decision = decideEvent({ time, contentHash: said?.contentHash }, stored);
    if (decision !== 'write') return { decision, change: undefined };
    const row = nextCase(deps.languages, base, stored, said);
    return { decision, change: { kind: 'case', row, expected: stored?.version ?? 0 } };
  }
  const [stored, said] = [await deps.articles.find(tenant, id), saidBy(deps.hasher, event.content)];
  const decision = decideEvent({ time, contentHash: said?.contentHash }, stored);
  if (decision !== 'write') return { decision, change: undefined };
  return {
    decision,
    change: { kind: 'article', row: nextArticle(base, stored, said), expected: stored?.version ?? 0 },
  };
};

const applyOne = async (
  deps: ApplyEventsDeps,
  tenant: string,
  event: IncomingEvent,
): Promise<EventOutcome> => {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    if (attempt > 1) await deps.pause.before(attempt);
    const now = deps.clock.now();
    const written = now.toISOString();
    // What occurs in the future counts as occurring now, or nothing could change the record until then.
    const sourceUpdatedAt = event.occurredAt < written ? event.occurredAt : written;
    const { decision, change } = await decide(deps, event, {
      tenant,
      id: event.id,
      sourceUpdatedAt,
      now: written,
    });
    const result = await deps.journal.commit({
      tenant,
      eventId: event.eventId,
      now: now.getTime(),
      until: now.getTime() + KNOWN_MILLISECONDS,
      change,
    });
    if (result === 'duplicate') return { status: 'duplicate' };
    if (result === 'committed') return { status: decision === 'write' ? 'accepted' : decision };
  }
  throw new DomainError('conflict', `the ${event.kind} is being changed by others`);
};

/**
 * Applies events of a tenant, each once, whatever their order: of a record only what occurred last stays. The outcomes
 * are in the order of the events; one that fails stops no other. When each one met a fault, that is an outage: it throws.
 */
export const applyEvents =
  (deps: ApplyEventsDeps) =>
  async (tenant: string, events: readonly IncomingEvent[]): Promise<readonly EventOutcome[]> => {
    const outcomes = new Map<IncomingEvent, EventOutcome>();
    // Those of one record one after the other: they would only meet each other.
    const records = [...Map.groupBy(events, ({ kind, id }) => `${kind}#${id}`).values()];
    const applyAll = async (ofOneRecord: readonly IncomingEvent[]): Promise<void> => {
      for (const event of ofOneRecord) {
        outcomes.set(
          event,
          await applyOne(deps, tenant, event).catch((error: unknown): EventOutcome => ({
            status: 'failed',
            error,
          })),
        );
      }
    };
    for (let done = 0; done < records.length; done += AT_ONCE) {
      await Promise.all(records.slice(done, done + AT_ONCE).map(applyAll));
    }
    const all = events.map((event) => outcomes.get(event)).filter((outcome) => outcome !== undefined);
    const faults = all.flatMap((outcome) =>
      outcome.status === 'failed' && !(outcome.error instanceof DomainError) ? [outcome.error] : [],
    );
    if (faults.length > 0 && faults.length === all.length)
      throw new AggregateError(faults, `none of ${faults.length} events could be taken`);
    return all;
  };
