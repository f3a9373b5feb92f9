import type { FeedItem } from '#contracts/case.ts';
import { livingCase } from '#core/cases/living-case.ts';
import type { CaseStore } from '#core/ports/case-store.ts';

export type ListFeedDeps = { cases: CaseStore };

/** A place in a feed: the entry after which it goes on; `at` tells entries of a source apart that share time and id. */
export type FeedPosition = { readonly created_at: string; readonly id: string; readonly at: number };

/** A page of a feed; `next` is absent on the last one. */
export type FeedPage = { readonly items: readonly FeedItem[]; readonly next: FeedPosition | undefined };

type Placed = { readonly item: FeedItem; readonly place: FeedPosition };

const compare = (a: FeedPosition, b: FeedPosition): number => {
  if (a.created_at !== b.created_at) return a.created_at < b.created_at ? -1 : 1;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.at - b.at;
};

/** A page of a case's feed by time, the newest entry last; `not_found` without the case. */
export const listFeed =
  ({ cases }: ListFeedDeps) =>
  async (tenant: string, caseId: string, limit: number, after?: FeedPosition): Promise<FeedPage> => {
    const { content } = await livingCase(cases, tenant, caseId);
    const rest = (content.feed ?? [])
      .map((item, at): Placed => ({ item, place: { created_at: item.created_at, id: item.id, at } }))
      .filter(({ place }) => !after || compare(place, after) > 0)
      .toSorted((a, b) => compare(a.place, b.place));
    const page = rest.slice(0, limit);
    return {
      items: page.map(({ item }) => item),
      next: rest.length > limit ? page.at(-1)?.place : undefined,
    };
  };
