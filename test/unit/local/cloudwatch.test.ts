import { describe, expect, it } from 'vitest';
import { createMetricStore } from '#local/cloudwatch/create-metric-store.ts';
import { readEmf } from '#local/cloudwatch/read-emf.ts';
import { splitLines } from '#local/functions/split-lines.ts';

const AT = Date.parse('2026-11-22T04:30:10Z');

const emf = (fields: Record<string, unknown>, metrics: unknown[], dimensions: unknown = [['service']]) =>
  JSON.stringify({
    _aws: {
      Timestamp: AT,
      CloudWatchMetrics: [{ Namespace: 'Caselore', Dimensions: dimensions, Metrics: metrics }],
    },
    ...fields,
  });

describe('readEmf', () => {
  it('reads single values and lists of them, once for each set of dimensions', () => {
    const line = emf(
      { service: 'search', engine: 'sqlite', Requests: 1, SearchDuration: [3, 4] },
      [{ Name: 'Requests', Unit: 'Count' }, { Name: 'SearchDuration' }],
      [['service'], ['service', 'engine']],
    );

    expect(readEmf(line).map(({ name, dimensions, value }) => [name, dimensions, value])).toEqual([
      ['Requests', { service: 'search' }, 1],
      ['Requests', { service: 'search', engine: 'sqlite' }, 1],
      ['SearchDuration', { service: 'search' }, 3],
      ['SearchDuration', { service: 'search' }, 4],
      ['SearchDuration', { service: 'search', engine: 'sqlite' }, 3],
      ['SearchDuration', { service: 'search', engine: 'sqlite' }, 4],
    ]);
    expect(readEmf(line)[0]).toMatchObject({ namespace: 'Caselore', at: AT });
  });

  it.each([
    'plain text',
    '{"message":"REQUEST_COMPLETED"}',
    'text that says "_aws"',
    '{"_aws":{"Timestamp":"now"}}',
    emf({ service: 's' }, [{ Name: 'Missing' }]),
    emf({ service: 's', Requests: 'many' }, [{ Name: 'Requests' }]),
  ])('finds nothing in %s', (line) => {
    expect(readEmf(line)).toEqual([]);
  });
});

describe('the metric store', () => {
  const metric = { namespace: 'N', name: 'M', dimensions: { a: '1', b: '2' } };
  const read = (store: ReturnType<typeof createMetricStore>, statistic: string) =>
    store.read({ ...metric, statistic, periodSeconds: 60, from: AT - 60_000, to: AT + 60_000 });

  it('knows every statistic of values of any size, zero and below included', () => {
    const store = createMetricStore();
    for (const value of [-1, 0, 0.5, 10, 1_000_000]) store.put({ ...metric, value, at: AT });

    const known = ['SampleCount', 'Sum', 'Average', 'Minimum', 'Maximum', 'p100'].map(
      (statistic) => read(store, statistic)[0]?.value,
    );
    expect(known).toEqual([5, 1_000_009.5, 200_001.9, -1, 1_000_000, 1_000_000]);
    expect(read(store, 'p80')[0]!.value).toBeCloseTo(10, 0);
  });

  it('takes dimensions in any order, and only all of them', () => {
    const store = createMetricStore();
    store.put({ ...metric, dimensions: { b: '2', a: '1' }, value: 1, at: AT });
    store.put({ ...metric, dimensions: { a: '1' }, value: 10, at: AT });

    expect(read(store, 'Sum')).toEqual([{ at: Date.parse('2026-11-22T04:30:00Z'), value: 1 }]);
  });

  it('forgets what is older than three hours', () => {
    const store = createMetricStore();
    store.put({ ...metric, value: 1, at: AT - 4 * 3_600_000 });
    store.put({ ...metric, value: 2, at: AT });

    const all = store.read({ ...metric, statistic: 'Sum', periodSeconds: 60, from: 0, to: AT + 1 });
    expect(all.map(({ value }) => value)).toEqual([2]);
  });
});

describe('splitLines', () => {
  it('puts lines together from chunks that cut them, and characters, anywhere', () => {
    const lines: string[] = [];
    const write = splitLines((line) => lines.push(line));
    for (const byte of Buffer.from('{"a":"ü"}\nzwei\nrest')) write(Buffer.from([byte]));

    expect(lines).toEqual(['{"a":"ü"}', 'zwei']);
  });
});
