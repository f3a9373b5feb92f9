import type { AuthoriserContext } from '#contracts/principal.ts';
import { actorOf } from '#core/articles/actor-of.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { checkStanding } from '#core/articles/check-standing.ts';
import { contentHash } from '#core/cases/content-hash.ts';
import { DomainError } from '#core/domain-error.ts';
import { decideEvent, type EventDecision } from '#core/events/decide-event.ts';
import type { IncomingEvent } from '#core/events/incoming-event.ts';
import { nextArticle, nextCase, type EventRowBase } from '#core/events/next-row.ts';
import type { ArticleReader } from '#core/ports/article-store.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { EventChange, EventJournal } from '#core/ports/event-journal.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { LanguageDetector } from '#core/ports/language-detector.ts';
import type { Pause } from '#core/ports/pause.ts';
import type { Tombstone } from '#core/records/stored-row.ts';

export type ApplyEventsDeps = {
  cases: CaseStore;
  articles: ArticleReader;
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

/** An event, and who sent it. */
type Sent = { readonly event: IncomingEvent; readonly who: AuthoriserContext };

type Decided = { readonly decision: EventDecision; readonly change: EventChange | undefined };

const saidBy = <Content extends object>(hasher: Hasher, content: Content | undefined) =>
  content && { content, contentHash: contentHash(hasher, content) };

type CaseEvent = Extract<IncomingEvent, { kind: 'case' }>;
type ArticleEvent = Extract<IncomingEvent, { kind: 'article' }>;

const decideCase = async (deps: ApplyEventsDeps, event: CaseEvent, base: EventRowBase): Promise<Decided> => {
  const [stored, said] = [await deps.cases.find(base.tenant, base.id), saidBy(deps.hasher, event.content)];
  const decision = decideEvent({ time: base.sourceUpdatedAt, contentHash: said?.contentHash }, stored);
  if (decision !== 'write') return { decision, change: undefined };
  const row = nextCase(deps.languages, base, stored, said);
  return { decision, change: { kind: 'case', row, expected: stored?.version ?? 0 } };
};

const livingOf = (row: LivingArticle | Tombstone | undefined) => (row?.deleted === false ? row : undefined);

/** What people decide about an article, for whom it is and what binds it, holds for what sources say of it too. */
const decideArticle = async (
  deps: ApplyEventsDeps,
  { event, who }: { readonly event: ArticleEvent; readonly who: AuthoriserContext },
  base: EventRowBase,
): Promise<Decided> => {
  const [stored, said] = [await deps.articles.find(base.tenant, base.id), saidBy(deps.hasher, event.content)];
  const decision = decideEvent({ time: base.sourceUpdatedAt, contentHash: said?.contentHash }, stored);
  if (decision !== 'write') return { decision, change: undefined };
  const row = nextArticle(base, stored, said);
  checkStanding(livingOf(stored), livingOf(row), who.roles);
  const change = { kind: row.deleted ? 'deleted' : 'received', by: actorOf(who) } as const;
  return { decision, change: { kind: 'article', row, expected: stored?.version ?? 0, change } };
};

/** Reads what is stored and decides; nothing is written yet. */
const decide = (deps: ApplyEventsDeps, { event, who }: Sent, base: EventRowBase): Promise<Decided> =>
  event.kind === 'case' ? decideCase(deps, event, base) : decideArticle(deps, { event, who }, base);

const applyOne = async (deps: ApplyEventsDeps, { event, who }: Sent): Promise<EventOutcome> => {
  const { tenant } = who;
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    if (attempt > 1) await deps.pause.before(attempt);
    const now = deps.clock.now();
    const written = now.toISOString();
    // What occurs in the future counts as occurring now, or nothing could change the record until then.
    const sourceUpdatedAt = event.occurredAt < written ? event.occurredAt : written;
    const { decision, change } = await decide(
      deps,
      { event, who },
      {
        tenant,
        id: event.id,
        sourceUpdatedAt,
        now: written,
      },
    );
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
 * Applies events that a sender tells of its tenant, each once, whatever their order: of a record only what occurred last stays. The outcomes
 * are in the order of the events; one that fails stops no other. When each one met a fault, that is an outage: it throws.
 */
export const applyEvents =
  (deps: ApplyEventsDeps) =>
  async (who: AuthoriserContext, events: readonly IncomingEvent[]): Promise<readonly EventOutcome[]> => {
    const outcomes = new Map<IncomingEvent, EventOutcome>();
    // Those of one record one after the other: they would only meet each other.
    const records = [...Map.groupBy(events, ({ kind, id }) => `${kind}#${id}`).values()];
    const applyAll = async (ofOneRecord: readonly IncomingEvent[]): Promise<void> => {
      for (const event of ofOneRecord) {
        outcomes.set(
          event,
          await applyOne(deps, { event, who }).catch((error: unknown): EventOutcome => ({
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
