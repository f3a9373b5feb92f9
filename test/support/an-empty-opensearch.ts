import type { HttpCall, HttpReply } from './http-server.ts';

const NO_HITS = { hits: { total: { value: 0 }, hits: [] }, aggregations: { words: { buckets: {} } } };

const lines = (body: string): readonly string[] => body.split('\n').filter((line) => line !== '');

const bulkItems = (body: string): readonly unknown[] =>
  lines(body)
    .filter((line) => /^\{"(index|create|delete)":\{"_id"/.test(line))
    .map((line) => ({ [Object.keys(JSON.parse(line) as object)[0]!]: { status: 200, _version: 1_000 } }));

const REPLIES: Readonly<Record<string, (body: string) => unknown>> = {
  _bulk: (body) => ({ items: bulkItems(body) }),
  _msearch: (body) => ({
    responses: lines(body)
      .slice(lines(body).length / 2)
      .map(() => NO_HITS),
  }),
  _search: () => NO_HITS,
  _count: () => ({ count: 0 }),
  _mget: () => ({ docs: [] }),
};

/** Answers as an OpenSearch does that has no index yet, takes everything and finds nothing. */
export const anEmptyOpensearch = ({ method, target, body }: HttpCall): HttpReply => {
  if (method === 'HEAD') return { status: 404 };
  const [question] = /_\w+$/.exec(target) ?? [];
  return { status: 200, body: question === undefined ? {} : REPLIES[question]?.(body) };
};
