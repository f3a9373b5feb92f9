import type { LivingCase } from '#core/cases/case-row.ts';
import { MATCH_END, MATCH_START } from '#core/search/match-marks.ts';
import type { Passage } from '#core/search/passage.ts';

/** A passage that is not embedded yet. */
export type DraftPassage = Omit<Passage, 'vector'>;

/** Most characters of a passage's text: description and resolution whole, and a long feed as far as it goes. */
const MOST_TEXT = 250_000;

/** The marks of matches must come from the index alone. */
const unmarked = (text: string): string => text.replaceAll(MATCH_START, ' ').replaceAll(MATCH_END, ' ');

/**
 * What the index holds of a case: its description, its resolution, then what its feed says, oldest entry first.
 * The order matters, since models read the beginning of a long text only.
 */
export const passageOfCase = ({ content, ...row }: LivingCase): DraftPassage => {
  const parts = [content.description, content.resolution, ...(content.feed ?? []).map(({ body }) => body)];
  const text = parts.filter((part) => part !== undefined && part.trim() !== '').join('\n\n');
  return {
    tenant: row.tenant,
    kind: 'case',
    id: row.id,
    version: row.version,
    title: content.title === undefined ? undefined : unmarked(content.title),
    text: unmarked(text.slice(0, MOST_TEXT)),
    category: content.category,
    product: content.product,
    status: content.status,
    audience: undefined,
    customer: content.customer,
    tags: content.tags ?? [],
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
};
