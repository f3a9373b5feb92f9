import { type FeedItem, MOST_FEED_ITEMS } from '#contracts/case.ts';
import type { NewFeedItem } from '#contracts/case-feed.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { changeCase } from '#core/cases/change-case.ts';
import { contentHash } from '#core/cases/content-hash.ts';
import { MOST_FEED_BYTES } from '#core/cases/feed-limits.ts';
import { DomainError } from '#core/domain-error.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { Ids } from '#core/ports/ids.ts';

export type AddFeedItemDeps = { cases: CaseStore; clock: Clock; ids: Ids; hasher: Hasher };

const checkRoom = (feed: readonly FeedItem[], item: FeedItem): void => {
  if (feed.some(({ id }) => id === item.id))
    throw new DomainError('already_exists', `the feed has an entry ${item.id}`);
  if (feed.length >= MOST_FEED_ITEMS)
    throw new DomainError('limit_reached', `a feed holds at most ${MOST_FEED_ITEMS} entries`);
  if (new TextEncoder().encode(JSON.stringify([...feed, item])).length > MOST_FEED_BYTES)
    throw new DomainError('limit_reached', `a feed holds at most ${MOST_FEED_BYTES} bytes as JSON`);
};

/** Adds an entry to a case's feed, which is part of its content: the case gets a new version and is indexed again. */
export const addFeedItem =
  ({ cases, clock, ids, hasher }: AddFeedItemDeps) =>
  async (tenant: string, caseId: string, wish: NewFeedItem): Promise<{ item: FeedItem; row: LivingCase }> => {
    const now = clock.now().toISOString();
    const item: FeedItem = { ...wish, id: wish.id ?? ids.next(), created_at: wish.created_at ?? now };
    const row = await changeCase(cases, { tenant, id: caseId }, (stored): LivingCase => {
      const { feed = [] } = stored.content;
      checkRoom(feed, item);
      const content = { ...stored.content, feed: [...feed, item] };
      return {
        ...stored,
        version: stored.version + 1,
        content,
        contentHash: contentHash(hasher, content),
        updatedAt: now,
      };
    });
    return { item, row };
  };
