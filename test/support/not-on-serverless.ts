import type { HttpCall } from './http-server.ts';

/** What OpenSearch Serverless offers of all that a cluster does: AWS's page "Supported operations and plugins". */
const OFFERED = [
  /^HEAD \/[a-z0-9][a-z0-9.-]*$/,
  /^PUT \/[a-z0-9][a-z0-9.-]*$/,
  /^DELETE \/[a-z0-9][a-z0-9.-]*$/,
  /^POST \/[a-z0-9][a-z0-9.-]*\/(_bulk|_search|_msearch|_mget|_count)$/,
] as const;

/** A collection chooses these itself, does not have them, or runs them for other collections only. */
const REFUSED_KEYS: ReadonlySet<string> = new Set([
  'engine',
  'hybrid',
  'number_of_replicas',
  'number_of_shards',
  'pipeline',
  'pit',
  'refresh',
  'refresh_interval',
  'script',
  'script_fields',
  'script_score',
  'scroll',
  'search_pipeline',
  'update',
]);

const MOST_BULK_BYTES = 10 * 1024 * 1024;

const keysOf = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) =>
        // What a record says is no instruction.
        Array.isArray(value) ? keysOf(inner) : [key, ...keysOf(inner)],
      )
    : [];

/** Every second line of a bulk request is a document, unless it deletes. */
const linesOf = ({ target, body }: HttpCall): readonly unknown[] => {
  const lines = body
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
  return target.endsWith('/_bulk')
    ? lines.filter((line) => ['index', 'create', 'delete', 'update'].some((key) => keysOf(line)[0] === key))
    : lines;
};

/** Why a collection of OpenSearch Serverless would refuse a call; empty when it takes it. */
export const notOnServerless = (call: HttpCall): readonly string[] => {
  const asked = `${call.method} ${call.target}`;
  const unknown = OFFERED.some((offered) => offered.test(asked)) ? [] : [`${asked} is not offered`];
  const refused = linesOf(call)
    .flatMap(keysOf)
    .filter((key) => REFUSED_KEYS.has(key))
    .map((key) => `${asked} says ${key}`);
  const large = Buffer.byteLength(call.body) > MOST_BULK_BYTES ? [`${asked} is too large`] : [];
  const bare =
    call.method === 'PUT' && !call.body.includes('"compression_level"')
      ? [`${asked} leaves the compression open`]
      : [];
  return [...unknown, ...refused, ...large, ...bare];
};
