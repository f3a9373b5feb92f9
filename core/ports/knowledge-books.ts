import type { ArticleCard } from '#core/metrics/article-card.ts';

/** What is noted by day; `reused` on the day of the link, the others on the day on which the case was resolved. */
export type Note = 'resolved' | 'linked' | 'reused';

/** Something that happened on a day; noted as often as one likes, it counts once. */
export type DayNote = {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly note: Note;
  /** Stands for what happened: a short hash, at most 30 characters. */
  readonly token: string;
};

/** What a day's notes are, by token. */
export type DayNotes = { readonly day: string } & Readonly<Record<Note, ReadonlySet<string>>>;

/** Most articles whose cards are read. */
export const MOST_CARDS = 5_000;

/** The books from which the numbers about knowledge are made. Every implementation must pass test/contract/knowledge-books.contract.ts. */
export interface KnowledgeBooks {
  /** Keeps the card of an article unless a newer one is there; when it was first published stays. */
  putCard(tenant: string, card: ArticleCard): Promise<void>;
  /** Cards of all articles, those of deleted ones left out, at most MOST_CARDS. */
  cards(tenant: string): Promise<readonly ArticleCard[]>;
  /** Notes what happened; what is noted already stays. */
  note(tenant: string, notes: readonly DayNote[]): Promise<void>;
  /** Takes a note back. */
  takeBack(tenant: string, note: DayNote): Promise<void>;
  /** Notes from one day to another, both included, in order; days without any are absent. */
  between(tenant: string, from: string, to: string): Promise<readonly DayNotes[]>;
}
