import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseContent } from '#contracts/case.ts';
import type { IncomingEvent } from '#core/events/incoming-event.ts';
import { articleContent } from '#test/support/an-article.ts';
import { eventWorld } from '#test/support/event-world.ts';

type Draft = { kind: 'case' | 'article'; id: string; day: number; title: string | undefined };

/** Few ids and few days, so that events meet at the same record and the same moment. */
const draft: fc.Arbitrary<Draft> = fc.record({
  kind: fc.constantFrom('case', 'article'),
  id: fc.constantFrom('r-1', 'r-2'),
  day: fc.integer({ min: 10, max: 13 }),
  title: fc.option(fc.constantFrom('one', 'two', 'three'), { nil: undefined }),
});

const eventOf = ({ kind, id, day, title }: Draft, n: number): IncomingEvent => {
  const named = { eventId: `e-${n}`, id, occurredAt: `2026-02-${day}T00:00:00.000Z` };
  return kind === 'case'
    ? { ...named, kind, content: title === undefined ? undefined : CaseContent.parse({ title }) }
    : { ...named, kind, content: title === undefined ? undefined : articleContent({ title }) };
};

/** What a source would say stands at the end, whoever tells it in which order. */
const stateAfter = async (deliveries: readonly (readonly IncomingEvent[])[]) => {
  const world = eventWorld();
  for (const events of deliveries) {
    world.clock.advance(1_000);
    await world.apply('demo', events);
  }
  const state: Record<string, unknown> = {};
  for (const store of ['cases', 'articles'] as const)
    for (const id of ['r-1', 'r-2']) {
      const row = await world[store].find('demo', id);
      state[`${store} ${id}`] = row && {
        deleted: row.deleted,
        content: row.deleted ? undefined : row.content,
        time: row.sourceUpdatedAt,
      };
    }
  return state;
};

const inBatches = (events: readonly IncomingEvent[], size: number) =>
  Array.from({ length: Math.ceil(events.length / size) }, (_, n) => events.slice(n * size, (n + 1) * size));

describe('events of a source', () => {
  it('end alike in any order, doubled as they may be, and the last word stands', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(draft, { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        fc.integer({ min: 1, max: 5 }),
        async (drafts, chance, size) => {
          const events = drafts.map(eventOf);
          const doubled = events.flatMap((event) =>
            (chance.next().value ?? 0) % 3 === 0 ? [event, event] : [event],
          );
          const shuffled = doubled
            .map((event) => ({ event, key: chance.next().value ?? 0 }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ event }) => event);

          const inOrder = await stateAfter(inBatches(events, 1));
          const otherwise = await stateAfter(inBatches(shuffled, size));

          expect(otherwise).toEqual(inOrder);
          for (const { kind, id, day, title } of drafts) {
            const latest = drafts.filter((one) => one.kind === kind && one.id === id && one.day > day);
            const same = drafts.filter(
              (one) => one.kind === kind && one.id === id && one.day === day && one.title !== title,
            );
            if (latest.length > 0 || same.length > 0) continue;
            expect(inOrder[`${kind}s ${id}`]).toMatchObject({
              deleted: title === undefined,
              ...(title !== undefined && { content: { title } }),
            });
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
