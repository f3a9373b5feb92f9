import type { LivingCase } from '#core/cases/case-row.ts';
import { resolvedDay } from '#core/cases/resolved-day.ts';
import type { CaseTies } from '#core/links/case-ties.ts';
import { noteToken } from '#core/links/note-token.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { DayNote, KnowledgeBooks } from '#core/ports/knowledge-books.ts';

export type NoteResolvedDeps = {
  books: Pick<KnowledgeBooks, 'note'>;
  clock: Clock;
  hasher: Hasher;
  resolvedStatuses: readonly string[];
};

/** Nobody asks for longer ago, so the import of an old case base fills no books. */
const KEPT_DAYS = 100;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Notes resolved cases on the day on which they were resolved, and whether an article is linked to them; each once. */
export const noteResolved = ({ books, clock, hasher, resolvedStatuses }: NoteResolvedDeps) => {
  const notesOf = (row: LivingCase, ties: CaseTies | undefined, from: string): readonly DayNote[] => {
    const day = resolvedDay(row, resolvedStatuses);
    if (day === undefined || day < from) return [];
    const token = noteToken(hasher, row.tenant, row.id);
    const resolved: DayNote = { day, note: 'resolved', token };
    return ties && ties.linked.length > 0 ? [resolved, { day, note: 'linked', token }] : [resolved];
  };

  return async (
    tenant: string,
    rows: readonly LivingCase[],
    ties: ReadonlyMap<string, CaseTies>,
  ): Promise<void> => {
    const from = new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS).toISOString().slice(0, 10);
    const notes = rows.flatMap((row) => notesOf(row, ties.get(row.id), from));
    if (notes.length > 0) await books.note(tenant, notes);
  };
};
