import { generateSample } from '../generate-sample.ts';
import { products } from '../products.ts';
import type { SampleCase } from '../sample-case.ts';

/** Rows of the help desk's tables, as objects with the names of its columns. */
export type SourceRows = Readonly<
  Record<'product_tree' | 'tickets' | 'ticket_events' | 'event_remarks', readonly object[]>
>;

/** The base case sample has these ids too: tickets of the help desk are other ones. */
const ticketNo = (id: string): string => id.replace('HN-', 'HD-');

const KINDS: Readonly<Record<string, string>> = { email: 'mail', status_change: 'state', note: 'note' };

const ticketOf = (one: SampleCase) => ({
  ticket_no: ticketNo(one.id),
  subject: one.title,
  body: one.description,
  state: one.status,
  solution: one.resolution,
  topic: one.category,
  product_name: one.product,
  urgency: one.priority,
  company: one.customer,
  contact_email: one.customer_email,
  labels: one.tags,
  details: one.attributes,
  opened_at: one.created_at,
  solved_at: one.resolved_at,
  changed_at: one.updated_at,
});

const eventsOf = ({ id, feed = [] }: SampleCase) =>
  feed
    .filter(({ type }) => type !== 'comment')
    .map((item) => ({
      event_no: item.id,
      ticket_no: ticketNo(id),
      kind: KINDS[item.type],
      person: item.author,
      wording: item.body,
      happened_at: item.created_at,
      changed_at: item.created_at,
    }));

/** A comment hangs on the entry before it, or on an entry that says that the ticket was opened. */
const remarksOf = ({ id, feed = [], created_at }: SampleCase) => {
  const opened = {
    event_no: `${ticketNo(id)}-0`,
    ticket_no: ticketNo(id),
    kind: 'state',
    wording: 'Ticket opened',
  };
  let last = opened.event_no;
  const remarks: object[] = [];
  for (const item of feed) {
    if (item.type !== 'comment') last = item.id;
    else
      remarks.push({
        remark_no: item.id,
        event_no: last,
        person: item.author,
        wording: item.body,
        written_at: item.created_at,
        changed_at: item.created_at,
      });
  }
  return { opened: { ...opened, happened_at: created_at, changed_at: created_at }, remarks };
};

const productRows = () => {
  const rows = new Map<string, object>();
  for (const { key, line, family, model } of products) {
    rows.set(line, { code: line, label: line });
    rows.set(`${line}/${family}`, { code: `${line}/${family}`, label: family, parent_code: line });
    rows.set(key, { code: key, label: model, parent_code: `${line}/${family}` });
  }
  return [...rows.values()];
};

/** What is in the help desk: products always, and so many tickets with their events and remarks. */
export const sourceRows = (seed: number, size: number): SourceRows => {
  const { cases } = size === 0 ? { cases: [] } : generateSample({ seed, size });
  const withRemarks = cases.map(remarksOf);
  return {
    product_tree: productRows(),
    tickets: cases.map(ticketOf),
    ticket_events: [...withRemarks.map(({ opened }) => opened), ...cases.flatMap(eventsOf)],
    event_remarks: withRemarks.flatMap(({ remarks }) => remarks),
  };
};
