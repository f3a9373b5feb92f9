import type { LivingCase } from '#core/cases/case-row.ts';
import type { RecordCard } from '#core/search/passage.ts';
import { draftPassage, type DraftPassage } from './draft-passage.ts';

/** What filters ask of a case and results show of it. */
export const cardOfCase = ({ content, ...row }: LivingCase): RecordCard => ({
  kind: 'case',
  id: row.id,
  version: row.version,
  title: content.title,
  category: content.category,
  product: content.product,
  status: content.status,
  state: undefined,
  audience: undefined,
  customer: content.customer,
  tags: content.tags ?? [],
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

/**
 * What the index holds of a case: its description, its resolution, then what its feed says, oldest entry first.
 * The order matters, since models read the beginning of a long text only.
 */
export const passageOfCase = (row: LivingCase): DraftPassage => {
  const { description, resolution, feed = [] } = row.content;
  const parts = [description, resolution, ...feed.map(({ body }) => body)];
  const text = parts.filter((part) => part !== undefined && part.trim() !== '').join('\n\n');
  return draftPassage(row.tenant, cardOfCase(row), { summary: undefined, text });
};
