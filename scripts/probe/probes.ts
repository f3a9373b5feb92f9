import * as z from 'zod';
import type { CallIndex } from '#adapters/opensearch/call-index.ts';
import { indexMapping } from '#adapters/opensearch/index-mapping.ts';
import type { SearchUrl } from '#adapters/opensearch/search-url.ts';

/** What a probe found; `needed`: the adapter, as it is set, cannot do without. */
export type ProbeOutcome = {
  readonly what: string;
  readonly holds: boolean;
  readonly needed: boolean;
  readonly saw: string;
};

type ProbeDeps = {
  readonly call: CallIndex;
  readonly url: SearchUrl;
  readonly index: string;
  readonly wait: (milliseconds: number) => Promise<unknown>;
};

/** A probe's answer: whether it holds, and what was seen. */
type Seen = readonly [holds: boolean, saw: string];

const DIMENSIONS = 8;
const VECTOR = [1, 0, 0, 0, 0, 0, 0, 0];
const VISIBLE_MILLIS = 120_000;
const LOOK_EVERY_MILLIS = 500;
const REFUSALS = [400, 403, 404, 405, 409, 413];
const BULK_BYTES = 9.5 * 1024 * 1024;

const Items = z.object({ items: z.array(z.record(z.string(), z.object({ status: z.number() }))) });
const Count = z.object({ count: z.number() });
const Docs = z.object({ docs: z.array(z.object({ _seq_no: z.number(), _primary_term: z.number() })) });
const Hits = z.object({
  hits: z.object({ hits: z.array(z.object({ _source: z.object({ vector: z.array(z.number()) }) })) }),
});

const documentOf = (id: string, version: number) => ({
  tenant: 'probe',
  kind: 'case',
  id,
  version,
  removed: false,
});

const bulk = async (
  { call, index }: ProbeDeps,
  action: Readonly<Record<string, unknown>>,
  source?: Readonly<Record<string, unknown>>,
): Promise<number> => {
  const lines = [action, ...(source ? [source] : [])].map((line) => `${JSON.stringify(line)}\n`).join('');
  const { status, body } = await call({ method: 'POST', path: `/${index}/_bulk`, lines, expected: REFUSALS });
  const [item] = Items.safeParse(body).data?.items ?? [];
  return item ? (Object.values(item)[0]?.status ?? status) : status;
};

const put = (deps: ProbeDeps, version: number) =>
  bulk(
    deps,
    { index: { _id: 'probe', version, version_type: 'external_gte' } },
    documentOf('probe', version),
  );

const visibleAfter = async (deps: ProbeDeps): Promise<Seen> => {
  const { call, index, wait } = deps;
  const began = performance.now();
  while (performance.now() - began < VISIBLE_MILLIS) {
    const body = { query: { term: { id: 'probe' } } };
    const { status, body: counted } = await call({
      method: 'POST',
      path: `/${index}/_count`,
      body,
      expected: [404],
    });
    if (status === 200 && Count.parse(counted).count > 0)
      return [true, `${((performance.now() - began) / 1_000).toFixed(1)} s`];
    await wait(LOOK_EVERY_MILLIS);
  }
  return [false, `not within ${VISIBLE_MILLIS / 1_000} s`];
};

const comparesAndSwaps = async (deps: ProbeDeps): Promise<Seen> => {
  const { status, body } = await deps.call({
    method: 'POST',
    path: `/${deps.index}/_mget`,
    body: { docs: [{ _id: 'probe', _source: ['version', 'removed'] }] },
    expected: REFUSALS,
  });
  const [found] = Docs.safeParse(body).data?.docs ?? [];
  if (!found) return [false, `_mget answers ${status} without numbers`];
  const { _seq_no: number, _primary_term: term } = found;
  const action = { index: { _id: 'probe', if_seq_no: number, if_primary_term: term } };
  const statuses = [
    await bulk(deps, action, documentOf('probe', 7)),
    await bulk(deps, action, documentOf('probe', 8)),
  ];
  return [statuses[0] === 200 && statuses[1] === 409, `statuses ${statuses.join(', ')}`];
};

const takesBulk = async (deps: ProbeDeps): Promise<Seen> => {
  const document = JSON.stringify({ ...documentOf('large', 1), text: 'blank pages '.repeat(2_000) });
  const count = Math.floor(BULK_BYTES / (document.length + 40));
  const lines = Array.from({ length: count }, (_, n) => `{"index":{"_id":"large-${n}"}}\n${document}\n`).join(
    '',
  );
  const { status } = await deps.call({
    method: 'POST',
    path: `/${deps.index}/_bulk`,
    lines,
    expected: REFUSALS,
  });
  return [status === 200, `${(lines.length / 1024 / 1024).toFixed(1)} MiB, status ${status}`];
};

const found = async ({ call, index }: ProbeDeps, query: Readonly<Record<string, unknown>>): Promise<Seen> => {
  const { status, body } = await call({
    method: 'POST',
    path: `/${index}/_search`,
    body: { _source: { includes: ['vector'] }, query },
    expected: REFUSALS,
  });
  const vectors = Hits.safeParse(body).data?.hits.hits ?? [];
  return [status === 200 && vectors.length > 0, `status ${status}`];
};

const counted = async (
  { call, index }: ProbeDeps,
  bool: Readonly<Record<string, unknown>>,
): Promise<number> => {
  const query = { bool: { filter: [{ term: { tenant: 'probe' } }], ...bool } };
  const { body } = await call({
    method: 'POST',
    path: `/${index}/_count`,
    body: { query },
    expected: REFUSALS,
  });
  return Count.parse(body).count;
};

const answers = async (
  { call }: ProbeDeps,
  method: 'GET' | 'POST',
  path: string,
  body?: Readonly<Record<string, unknown>>,
): Promise<Seen> => {
  const { status } = await call({ method, path, ...(body && { body }), expected: REFUSALS });
  return [status < 300, `status ${status}`];
};

/** Tries everything, one after the other, in an index of its own that is dropped at the end. */
export const probes = async (deps: ProbeDeps): Promise<readonly ProbeOutcome[]> => {
  const { call, url, index } = deps;
  const outcomes: ProbeOutcome[] = [];
  const probe = async (what: string, needed: boolean, look: () => Promise<Seen>): Promise<void> => {
    const [holds, saw] = await look().catch((error: unknown): Seen => [false, String(error)]);
    outcomes.push({ what, needed, holds, saw });
  };
  const external = url.versions === 'external';
  const filter = { bool: { filter: [{ term: { tenant: 'probe' } }] } };

  try {
    await probe('takes the mapping, analysis and compression included', true, async () => {
      const body = indexMapping(DIMENSIONS, url);
      const { status } = await call({ method: 'PUT', path: `/${index}`, body, expected: REFUSALS });
      return [status === 200, `status ${status}`];
    });
    await probe('takes an _id of ours', true, async () => {
      const source = { ...documentOf('probe', 6), vector: VECTOR };
      const status = await bulk(deps, { index: { _id: 'probe' } }, source);
      return [status < 300, `status ${status}`];
    });
    await probe('shows what was written', true, () => visibleAfter(deps));
    await probe('finds by vector with the filter inside, and gives vectors back', true, () =>
      found(deps, { knn: { vector: { vector: VECTOR, k: 5, filter } } }),
    );
    await probe('tells what has a vector (exists)', true, async () => {
      const having = { exists: { field: 'vector' } };
      const counts = [await counted(deps, { must: [having] }), await counted(deps, { must_not: [having] })];
      return [counts[0] === 1 && counts[1] === 0, `with ${counts[0]}, without ${counts[1]}`];
    });
    await probe('replaces only what it was shown (if_seq_no)', true, () => comparesAndSwaps(deps));
    await probe('refuses an older version (external_gte); if not, set versions=read', external, async () => {
      const statuses = [await put(deps, 20), await put(deps, 20), await put(deps, 10)];
      return [
        statuses[0] === 200 && statuses[1] === 200 && statuses[2] === 409,
        `statuses ${statuses.join(', ')}`,
      ];
    });
    await probe('takes nearly 10 MiB at once', true, () => takesBulk(deps));
    await probe('deletes by _id', true, async () => {
      const status = await bulk(deps, { delete: { _id: 'probe' } });
      return [status === 200, `status ${status}`];
    });
    await probe('finds a document by a path with %2F', false, async () => {
      await bulk(deps, { index: { _id: 'a/b' } }, documentOf('a/b', 1));
      return answers(deps, 'GET', `/${index}/_doc/a%2Fb`);
    });
    await probe('has _aliases', false, () =>
      answers(deps, 'POST', '/_aliases', { actions: [{ add: { index, alias: `${index}-alias` } }] }),
    );
    await probe('has _refresh', false, () => answers(deps, 'POST', `/${index}/_refresh`));
  } finally {
    await call({ method: 'DELETE', path: `/${index}`, expected: [404] });
  }
  return outcomes;
};
