import { describe, expect, it } from 'vitest';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import type { FeedItem } from '#contracts/case.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import { addFeedItem } from '#core/use-cases/add-feed-item.ts';
import { type FeedPosition, listFeed } from '#core/use-cases/list-feed.ts';
import { aCase, aDeletedCase } from '#test/support/a-case.ts';
import { countedIds } from '#test/support/counted-ids.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { memoryCaseStore } from '#test/support/memory-case-store.ts';

const NOW = '2026-03-04T05:06:07.000Z';
const anItem = (overrides: Partial<FeedItem> = {}): FeedItem => ({
  id: 'f-1',
  type: 'note',
  body: 'Looked at it.',
  created_at: '2026-02-01T00:00:00.000Z',
  ...overrides,
});
const withFeed = (feed: FeedItem[]) => aCase({ content: { ...aCase().content, feed } });

const adding = (cases: CaseStore) =>
  addFeedItem({ cases, clock: fixedClock(NOW), ids: countedIds(), hasher: nodeHasher });

describe('addFeedItem', () => {
  it('adds an entry with an id and a time of ours, as a new version with new content', async () => {
    const cases = memoryCaseStore([aCase()]);

    const { item, row } = await adding(cases)('demo', 'c-1', { type: 'comment', body: 'Sent a part.' });

    expect(item).toEqual({ id: 'id-1', type: 'comment', body: 'Sent a part.', created_at: NOW });
    expect(row).toMatchObject({ version: 2, updatedAt: NOW, content: { feed: [item] } });
    expect(row.contentHash).not.toBe(aCase().contentHash);
    expect(await cases.find('demo', 'c-1')).toEqual(row);
  });

  it('refuses an id that is there, a full feed, and one that would be too large', async () => {
    const there = adding(memoryCaseStore([withFeed([anItem()])]));
    await expect(there('demo', 'c-1', anItem())).rejects.toMatchObject({ code: 'already_exists' });

    const many = Array.from({ length: 1_000 }, (_, n) => anItem({ id: `f-${n}` }));
    const full = adding(memoryCaseStore([withFeed(many)]));
    await expect(full('demo', 'c-1', anItem({ id: 'new' }))).rejects.toMatchObject({ code: 'limit_reached' });
    await adding(memoryCaseStore([withFeed(many.slice(1))]))('demo', 'c-1', anItem({ id: 'new' }));

    const long = Array.from({ length: 42 }, (_, n) => anItem({ id: `f-${n}`, body: 'x'.repeat(99_000) }));
    const large = adding(memoryCaseStore([withFeed(long)]));
    await expect(large('demo', 'c-1', anItem({ id: 'new', body: 'x'.repeat(99_000) }))).rejects.toMatchObject(
      {
        code: 'limit_reached',
      },
    );
  });

  it('loses no entry when two write at once', async () => {
    const cases = memoryCaseStore([aCase()]);
    const add = adding(cases);

    await Promise.all(['a', 'b', 'c'].map((id) => add('demo', 'c-1', anItem({ id }))));

    const row = await cases.find('demo', 'c-1');
    expect(row).toMatchObject({ version: 4 });
    expect((row as any).content.feed.map(({ id }: FeedItem) => id).toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('knows no feed of a case that is not there, deleted, or of somebody else', async () => {
    const add = adding(memoryCaseStore([aDeletedCase(), aCase({ tenant: 'other', id: 'c-2' })]));

    for (const id of ['c-0', 'c-1', 'c-2'])
      await expect(add('demo', id, anItem())).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('listFeed', () => {
  it('goes by time, newest last, and pages over entries that look the same', async () => {
    const feed = [
      anItem({ id: 'late', created_at: '2026-02-03T00:00:00.000Z' }),
      anItem({ id: 'twin', body: 'one' }),
      anItem({ id: 'twin', body: 'two' }),
      anItem({ id: 'early', created_at: '2026-01-01T00:00:00.000Z' }),
    ];
    const list = listFeed({ cases: memoryCaseStore([withFeed(feed)]) });

    const seen: string[] = [];
    let after: FeedPosition | undefined;
    do {
      const { items, next } = await list('demo', 'c-1', 1, after);
      seen.push(...items.map(({ id, body }) => `${id} ${body}`));
      after = next;
    } while (after);

    expect(seen).toEqual(['early Looked at it.', 'twin one', 'twin two', 'late Looked at it.']);
  });

  it('is empty for a case without one', async () => {
    const list = listFeed({ cases: memoryCaseStore([aCase()]) });

    expect(await list('demo', 'c-1', 10)).toEqual({ items: [], next: undefined });
  });
});
