import { describe, expect, it } from 'vitest';
import { CaseContent } from '#contracts/case.ts';
import type { IncomingEvent } from '#core/events/incoming-event.ts';
import { decideWrite } from '#core/imports/decide-write.ts';
import { aCase, aDeletedCase } from '#test/support/a-case.ts';
import { aSegmentLine } from '#test/support/a-segment-line.ts';
import { anArticle, articleContent } from '#test/support/an-article.ts';
import { eventWorld } from '#test/support/event-world.ts';

const LATER = '2026-02-02T00:00:00.000Z';
const EARLIER = '2026-02-01T00:00:00.000Z';

type CaseEvent = Extract<IncomingEvent, { kind: 'case' }>;

const aCaseEvent = (overrides: Partial<CaseEvent> = {}): IncomingEvent => ({
  eventId: 'e-1',
  occurredAt: LATER,
  id: 'c-1',
  kind: 'case',
  content: CaseContent.parse({ title: 'Blank pages' }),
  ...overrides,
});

describe('applyEvents', () => {
  it('writes a case that nobody had, and the same event no second time', async () => {
    const world = eventWorld();

    expect(await world.apply('demo', [aCaseEvent(), aCaseEvent()])).toEqual([
      { status: 'accepted' },
      { status: 'duplicate' },
    ]);
    expect(await world.cases.find('demo', 'c-1')).toMatchObject({
      content: { title: 'Blank pages' },
      sourceUpdatedAt: LATER,
    });
  });

  it('keeps a deletion against the older upsert that comes after it', async () => {
    const world = eventWorld();
    await world.apply('demo', [aCaseEvent({ content: undefined })]);

    expect(await world.apply('demo', [aCaseEvent({ eventId: 'e-2', occurredAt: EARLIER })])).toEqual([
      { status: 'older' },
    ]);
    expect(await world.cases.find('demo', 'c-1')).toMatchObject({ deleted: true });
    const newer = aCaseEvent({ eventId: 'e-3', occurredAt: '2026-02-03T00:00:00.000Z' });
    expect(await world.apply('demo', [newer])).toEqual([{ status: 'accepted' }]);
  });

  it('knows what an older event was, too', async () => {
    const world = eventWorld({ cases: [aCase({ sourceUpdatedAt: LATER })] });
    const older = aCaseEvent({ occurredAt: EARLIER });

    expect(await world.apply('demo', [older])).toEqual([{ status: 'older' }]);
    expect(await world.apply('demo', [older])).toEqual([{ status: 'duplicate' }]);
  });

  it('forgets an event after seven days', async () => {
    const world = eventWorld();
    await world.apply('demo', [aCaseEvent()]);
    world.clock.advance(7 * 24 * 60 * 60 * 1_000);

    expect(await world.apply('demo', [aCaseEvent()])).toEqual([{ status: 'unchanged' }]);
  });

  it('does not bring back what a person deleted after it occurred', async () => {
    const byPerson = aDeletedCase({ updatedAt: LATER, sourceUpdatedAt: EARLIER });
    const world = eventWorld({ cases: [byPerson] });
    const before = aCaseEvent({ occurredAt: '2026-02-01T12:00:00.000Z' });
    const after = aCaseEvent({ eventId: 'e-2', occurredAt: '2026-02-02T12:00:00.000Z' });

    expect(await world.apply('demo', [before, after])).toEqual([{ status: 'older' }, { status: 'accepted' }]);
  });

  it('lets what a source knew later win over an import', async () => {
    const world = eventWorld();
    await world.apply('demo', [aCaseEvent()]);
    const stored = await world.cases.find('demo', 'c-1');
    if (!stored || stored.deleted) throw new Error('it was written');
    const head = { ...stored, sourceUpdatedAt: stored.sourceUpdatedAt, importId: undefined };
    const line = aSegmentLine({ id: 'c-1', source_updated_at: EARLIER });

    const { outcome } = decideWrite(line, head, {
      tenant: 'demo',
      importId: 'i-1',
      startedAt: EARLIER,
      now: LATER,
    });

    expect(outcome).toMatchObject({ outcome: 'unchanged', code: 'older_version' });
  });

  it('counts what occurs in the future as occurring now', async () => {
    const world = eventWorld();
    await world.apply('demo', [aCaseEvent({ occurredAt: '2030-01-01T00:00:00.000Z' })]);

    expect(await world.cases.find('demo', 'c-1')).toMatchObject({
      sourceUpdatedAt: '2026-03-01T12:00:00.000Z',
    });
  });

  it('changes what an article says and the claims whose statement goes, never its state and source', async () => {
    const claims = [{ text: 'Replace the drum.', case_ids: ['c-1'], quotes: ['worn drum'] }];
    const world = eventWorld({ articles: [anArticle({ state: 'validated', source: 'generated', claims })] });
    const said = { eventId: 'e-1', occurredAt: LATER, kind: 'article' } as const;

    await world.apply('demo', [
      { ...said, id: 'a-1', content: articleContent({ title: 'Worn drum' }) },
      { ...said, eventId: 'e-2', id: 'a-2', content: articleContent() },
    ]);

    expect(await world.articles.find('demo', 'a-1')).toMatchObject({
      content: { title: 'Worn drum' },
      state: 'validated',
      source: 'generated',
      claims,
    });
    expect(await world.articles.find('demo', 'a-2')).toMatchObject({
      state: 'work_in_progress',
      source: 'manual',
      claims: [],
    });
  });

  it('touches no other tenant', async () => {
    const world = eventWorld({ cases: [aCase({ sourceUpdatedAt: EARLIER })] });

    await world.apply('other', [aCaseEvent({ content: undefined })]);

    expect(await world.cases.find('demo', 'c-1')).toMatchObject({ deleted: false, version: 1 });
  });

  it('reads and decides again when somebody else was quicker, and gives up in the end', async () => {
    let stale = 2;
    const through = (journal: ReturnType<typeof eventWorld>['journal']) => ({
      commit: async (entry: Parameters<typeof journal.commit>[0]) => {
        stale -= 1;
        return stale >= 0 ? ('stale' as const) : journal.commit(entry);
      },
    });
    const world = eventWorld({ through });

    expect(await world.apply('demo', [aCaseEvent()])).toEqual([{ status: 'accepted' }]);
    stale = 1_000;
    expect(await world.apply('demo', [aCaseEvent({ eventId: 'e-2' })])).toEqual([
      { status: 'failed', error: expect.objectContaining({ code: 'conflict' }) },
    ]);
  });

  it('tells of one fault, and throws when nothing can be taken', async () => {
    const through = (journal: ReturnType<typeof eventWorld>['journal']) => ({
      commit: async (entry: Parameters<typeof journal.commit>[0]) => {
        if (entry.eventId.startsWith('bad')) throw new Error('the table is gone');
        return journal.commit(entry);
      },
    });
    const world = eventWorld({ through });
    const bad = (n: number) => aCaseEvent({ eventId: `bad-${n}`, id: `c-${n}` });

    expect(await world.apply('demo', [bad(1), aCaseEvent({ id: 'c-9' })])).toEqual([
      { status: 'failed', error: new Error('the table is gone') },
      { status: 'accepted' },
    ]);
    await expect(world.apply('demo', [bad(1), bad(2)])).rejects.toThrow('none of 2 events could be taken');
    await expect(world.apply('demo', [bad(1)])).rejects.toThrow('none of 1 events could be taken');
  });
});
