import type { Client } from 'pg';

/** Rows that one statement changes. */
const GROUP = 20;

type Chance = () => number;

const someIds = (chance: Chance, pool: number, count: number): string[] =>
  Array.from({ length: count }, () => `W-${Math.floor(chance() * pool)}`);

/** A time of change: now, or up to 200 s ago as of a transaction that ends late; often the same for a whole group. */
const time = (chance: Chance, late: boolean): string => {
  const ago = late ? chance() * 200_000 : 0;
  return new Date(Math.floor((Date.now() - ago) / 1_000) * 1_000).toISOString();
};

/** One thing that somebody does in the help desk, to a group of tickets. */
const change = async (database: Client, chance: Chance, pool: number): Promise<void> => {
  const ids = someIds(chance, pool, GROUP);
  const what = chance();
  const at = time(chance, what < 0.5);
  const said = `wave ${chance()}`;
  if (what < 0.55) {
    const state = chance() < 0.5 ? 'open' : 'resolved';
    await database.query(
      `insert into helpdesk.tickets (ticket_no, subject, state, changed_at)
       select distinct on (id) id, $2 || ' of ' || id, $3, $4::timestamptz from unnest($1::text[]) id
       on conflict (ticket_no) do update set subject = excluded.subject, state = excluded.state, removed_at = null,
         changed_at = greatest(excluded.changed_at, tickets.changed_at)`,
      [ids, said, state, at],
    );
  } else if (what < 0.75) {
    const entry = `e-${said}`;
    await database.query(
      `insert into helpdesk.ticket_events (event_no, ticket_no, kind, wording, changed_at)
       select $2 || ticket_no, ticket_no, 'mail', $3, $4 from helpdesk.tickets where ticket_no = any($1::text[])`,
      [ids, entry, said, at],
    );
    await database.query(
      `insert into helpdesk.event_remarks (remark_no, event_no, wording, changed_at)
       select 'r' || event_no, event_no, $2, $3 from helpdesk.ticket_events where event_no like $1 || '%'`,
      [entry, `remark on ${said}`, at],
    );
  } else if (what < 0.85) {
    await database.query(
      'update helpdesk.tickets set removed_at = now(), changed_at = clock_timestamp() where ticket_no = any($1)',
      [ids.slice(0, 5)],
    );
  } else if (what < 0.92) {
    await database.query('delete from helpdesk.tickets where ticket_no = any($1)', [ids.slice(0, 5)]);
  } else {
    await database.query(
      'update helpdesk.tickets set is_spam = not is_spam, changed_at = clock_timestamp() where ticket_no = any($1)',
      [ids.slice(0, 5)],
    );
  }
};

/** Changes so many rows of the help desk, group after group. */
export const wave = async (
  database: Client,
  chance: Chance,
  { rows, pool }: { rows: number; pool: number },
): Promise<void> => {
  for (let changed = 0; changed < rows; changed += GROUP) await change(database, chance, pool);
};

/** A case in a few words: what must be the same on both sides. */
export type Said = { readonly title: string; readonly status: string; readonly feed: string };

const feedText = (bodies: readonly string[]): string => bodies.toSorted().join('\n');

/** What the help desk holds, by ticket. */
export const saidBySource = async (database: Client): Promise<Map<string, Said>> => {
  const { rows } = await database.query<{ id: string; title: string; status: string; bodies: string[] }>(
    `select t.ticket_no as id, t.subject as title, t.state as status,
       coalesce((select array_agg(wording) from (
         select e.wording from helpdesk.ticket_events e where e.ticket_no = t.ticket_no
         union all
         select r.wording from helpdesk.event_remarks r join helpdesk.ticket_events e using (event_no) where e.ticket_no = t.ticket_no
       ) said), '{}') as bodies
     from helpdesk.tickets t where removed_at is null and not is_spam`,
  );
  return new Map(
    rows.map(({ id, title, status, bodies }) => [id, { title, status, feed: feedText(bodies) }]),
  );
};

type Answer = {
  items: { id: string; title: string; status: string; feed?: { body: string }[] }[];
  next_cursor: string | null;
};

/** What Caselore holds, by case: from its table, or, with a filter, from its index. */
export const heldByCaselore = async (
  url: string,
  token: string,
  filter: string,
): Promise<Map<string, Said>> => {
  const held = new Map<string, Said>();
  let cursor = '';
  do {
    const response = await fetch(`${url}/api/v1/cases?limit=100&full=true${filter}${cursor}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    const { items, next_cursor } = (await response.json()) as Answer;
    for (const { id, title, status, feed = [] } of items)
      held.set(id, { title, status, feed: feedText(feed.map(({ body }) => body)) });
    cursor = next_cursor === null ? '' : `&cursor=${encodeURIComponent(next_cursor)}`;
  } while (cursor !== '');
  return held;
};

/** Ids of what is not the same on both sides. */
export const unlike = (one: ReadonlyMap<string, Said>, other: ReadonlyMap<string, Said>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter(
    (id) => JSON.stringify(one.get(id)) !== JSON.stringify(other.get(id)),
  );
