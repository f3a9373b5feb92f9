import { MATCH_END, MATCH_START } from '#core/search/match-marks.ts';
import type { Passage, RecordCard } from '#core/search/passage.ts';

/** A passage that is not embedded yet. */
export type DraftPassage = Omit<Passage, 'vector'>;

/** Most characters of a passage's text: description and resolution whole, and a long feed as far as it goes. */
const MOST_TEXT = 250_000;

/** The marks of matches must come from the index alone. */
const unmarked = (text: string): string => text.replaceAll(MATCH_START, ' ').replaceAll(MATCH_END, ' ');

/** A passage from what a record shows of itself and what it says. */
export const draftPassage = (
  tenant: string,
  card: RecordCard,
  { summary, text }: Pick<Passage, 'summary' | 'text'>,
): DraftPassage => ({
  ...card,
  tenant,
  title: card.title === undefined ? undefined : unmarked(card.title),
  summary: summary === undefined ? undefined : unmarked(summary),
  text: unmarked(text.slice(0, MOST_TEXT)),
});
