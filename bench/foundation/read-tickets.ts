import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';

const Row = z.looseObject({ title: z.string(), body: z.string() });

/** One ticket of a CSV file as a line of an import. */
export type Ticket = { readonly id: string; readonly title: string } & Readonly<Record<string, string>>;

/** Reads a CSV of tickets (columns title and body, others become attributes); ids are their lines, the header being line 1. */
export const readTickets = (file: string): readonly Ticket[] => {
  const rows: unknown = parse(readFileSync(file), { columns: true, bom: true, relax_column_count: true });
  return z
    .array(Row)
    .parse(rows)
    .map(({ title, body, ...codes }, n) => {
      const known = z.record(z.string(), z.string()).parse(codes);
      return {
        id: `line-${n + 2}`,
        title: title.slice(0, 500),
        description: body,
        category: `category-${known['category'] ?? ''}`,
        ...known,
      };
    });
};

const keyOf = (title: string): string => title.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** Tickets whose title has three words or more and stands once in the file: the title should find the ticket. */
export const knownItems = (tickets: readonly Ticket[]): readonly Ticket[] => {
  const counts = new Map<string, number>();
  for (const { title } of tickets) counts.set(keyOf(title), (counts.get(keyOf(title)) ?? 0) + 1);
  return tickets.filter(({ title }) => counts.get(keyOf(title)) === 1 && keyOf(title).split(' ').length >= 3);
};
