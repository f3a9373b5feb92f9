/**
 * The tables of the help desk that the laptop form follows, as a customer might have them: other names than ours, times
 * that the database itself keeps, rows that are removed by a date. Each statement may run again.
 */
export const sourceTables: readonly string[] = [
  'create schema if not exists helpdesk',
  `create table if not exists helpdesk.product_tree (
    code text primary key,
    label text not null,
    parent_code text references helpdesk.product_tree
  )`,
  `create table if not exists helpdesk.tickets (
    ticket_no text primary key,
    subject text,
    body text,
    state text not null default 'open',
    solution text,
    topic text,
    product_name text,
    urgency text,
    company text,
    contact_email text,
    labels text[],
    details jsonb,
    is_spam boolean not null default false,
    opened_at timestamptz not null default now(),
    solved_at timestamptz,
    removed_at timestamptz,
    changed_at timestamptz not null default clock_timestamp()
  )`,
  'create index if not exists tickets_changed on helpdesk.tickets (changed_at, ticket_no)',
  `create table if not exists helpdesk.ticket_events (
    event_no text primary key,
    ticket_no text not null references helpdesk.tickets on delete cascade,
    kind text not null default 'note',
    person text,
    wording text not null,
    happened_at timestamptz not null default now(),
    changed_at timestamptz not null default clock_timestamp()
  )`,
  'create index if not exists events_changed on helpdesk.ticket_events (changed_at, event_no)',
  'create index if not exists events_of_ticket on helpdesk.ticket_events (ticket_no)',
  `create table if not exists helpdesk.event_remarks (
    remark_no text primary key,
    event_no text not null references helpdesk.ticket_events on delete cascade,
    person text,
    wording text not null,
    written_at timestamptz not null default now(),
    changed_at timestamptz not null default clock_timestamp()
  )`,
  'create index if not exists remarks_changed on helpdesk.event_remarks (changed_at, remark_no)',
  'create index if not exists remarks_of_event on helpdesk.event_remarks (event_no)',
  // Who changes a row by hand need not think of its time; who sets the time means it.
  `create or replace function helpdesk.touch() returns trigger language plpgsql as $$
    begin
      if new.changed_at is not distinct from old.changed_at then new.changed_at := clock_timestamp(); end if;
      return new;
    end $$`,
  ...['tickets', 'ticket_events', 'event_remarks'].map(
    (table) =>
      `create or replace trigger touched before update on helpdesk.${table} for each row execute function helpdesk.touch()`,
  ),
];
