import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DetailedHealth } from '#contracts/health.ts';
import { PerformanceMetrics, PipelineMetrics } from '#contracts/metrics.ts';
import { LOG_EVENTS } from '#lambdas/shared/log-events.ts';
import { apiClient, type ApiClient } from '#test/support/api-client.ts';
import { type LocalStack, startLocalStack } from '#test/support/local-stack.ts';
import { until } from '#test/support/until.ts';

const ROOT = '1-67891233-abcdef012345678912345678';
const RECORDS = 300;
const MARKER = 'Zebrafink';

/** Lines whose every field would be recognised anywhere, and one that is broken. */
const upload = [
  ...Array.from({ length: RECORDS }, (_, n) =>
    JSON.stringify({
      id: `${MARKER}-${n}`,
      title: `${MARKER} title ${n}`,
      description: `${MARKER} description ${n}`,
      resolution: `${MARKER} resolution`,
      customer: `${MARKER} Ltd`,
      customer_email: `${MARKER}@example.com`,
      tags: [MARKER],
      feed: [{ id: 'f', type: 'comment', body: `${MARKER} said`, created_at: '2026-01-01T00:00:00Z' }],
    }),
  ),
  `{"id": "${MARKER}-broken", "title": "${MARKER}`,
].join('\n');

let stack: LocalStack;
let admin: ApiClient;
let engineer: ApiClient;
let importId: string;
let continued: string;

const client = async (principal: string) => apiClient(stack.url, await stack.token(principal));

type Line = Record<string, unknown>;

/** What the functions have logged so far, by function; other lines than objects are Lambda's own, e.g. of a thrown error. */
const logs = (): ReadonlyMap<string, readonly Line[]> =>
  new Map(
    readdirSync(join(stack.dataDirectory, 'logs')).map((file) => [
      file.replace(/^caselore-local-(.*)\.log$/, '$1'),
      readFileSync(join(stack.dataDirectory, 'logs', file), 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Line),
    ]),
  );

const events = (name: string): readonly Line[] =>
  (logs().get(name) ?? []).filter(({ _aws: aws }) => aws === undefined);

beforeAll(async () => {
  // The stage of `npm start`: functions log what they do, not only what fails.
  // With this seed the first messages come once each, so that none of another trace gets between.
  stack = await startLocalStack({ stage: 'local', environment: { CASELORE_SEED: '7' } });
  [admin, engineer] = [await client('demo-admin'), await client('demo-engineer')];

  importId = await admin.upload(upload, { error_threshold: 0 });
  await admin.untilImport(importId, ['needs_review']);
  // The splitter's word to the dispatcher is on its way still; handled later it would move the import on, in its own trace.
  await until(
    () =>
      events('dispatch-segments').some(
        (line) => line['import_id'] === importId && line['message'] === 'MESSAGE_COMPLETED',
      ),
    60_000,
  );
  const answer = await admin.call('POST', `/api/v1/imports/${importId}/continue`, undefined, {
    'x-amzn-trace-id': `Root=${ROOT};Parent=463ac35c9f6413ad;Sampled=1`,
  });
  continued = answer.headers.get('x-request-id')!;
  await admin.untilImport(importId, ['completed']);
  await admin.post('/api/v1/search/hybrid', { query: `${MARKER} title` });
  await admin.post('/api/v1/search/hybrid', { query: `${MARKER} title` });
  await admin.post('/api/v1/cases', { title: MARKER, unknown: MARKER });
  await admin.get(`/api/v1/cases/${MARKER}-unknown`);
  await apiClient(stack.url, MARKER).get('/api/v1/cases');
});

afterAll(async () => {
  await stack?.stop();
});

describe('detailed health', () => {
  it('has the counts of the caller, and follows them within ten seconds', async () => {
    const { status, body } = await engineer.get('/api/v1/health/detailed');

    expect(status).toBe(200);
    expect(DetailedHealth.parse(body)).toMatchObject({
      status: 'healthy',
      components: {
        database: { status: 'healthy', case_count: RECORDS },
        vector_store: { status: 'healthy', engine: 'sqlite', vector_count: RECORDS },
        queues: { status: 'healthy', dead_letters: 0 },
      },
      system: { stage: 'local' },
    });
    await admin.delete(`/api/v1/cases/${MARKER}-0`);
    await admin.post('/api/v1/cases', { id: `${MARKER}-a`, title: MARKER });
    await admin.post('/api/v1/cases', { id: `${MARKER}-b`, title: MARKER });
    await vi.waitFor(
      async () => {
        const { components } = (await engineer.get('/api/v1/health/detailed')).body;
        expect([components.database.case_count, components.vector_store.vector_count]).toEqual([
          RECORDS + 1,
          RECORDS + 1,
        ]);
      },
      { timeout: 20_000, interval: 500 },
    );
  });

  it('shows another tenant nothing of that', async () => {
    const { body } = await (await client('other-admin')).get('/api/v1/health/detailed');

    expect(body.components).toMatchObject({ database: { case_count: 0 }, vector_store: { vector_count: 0 } });
  });
});

describe('metrics', () => {
  it('of the pipeline count each record once, however often its message came', async () => {
    await vi.waitFor(
      async () => {
        const { status, body } = await admin.get('/api/v1/metrics/pipeline');
        expect(status).toBe(200);
        const { imports, projector, embeddings, queues } = PipelineMetrics.parse(body);
        expect(imports).toEqual({
          active: 0,
          records_written: RECORDS,
          records_unchanged: 0,
          records_failed: 0,
          records_per_second: RECORDS / 300,
        });
        expect(projector.records_per_second).toBeGreaterThanOrEqual(RECORDS / 300);
        expect(projector.lag_seconds).not.toBeNull();
        expect(embeddings.misses).toBeGreaterThanOrEqual(2 * RECORDS);
        expect(queues.map(({ name }) => name)).toEqual([
          'uploads',
          'dispatch',
          'segments',
          'verification',
          'repairs',
          'rebuild',
          'rewatch',
          'watch-failures',
          'projection-failures',
        ]);
        expect(queues[2]).toMatchObject({ depth: expect.any(Number), dead_letters: 0 });
      },
      { timeout: 30_000, interval: 1_000 },
    );
  });

  it('of performance are measured', async () => {
    await vi.waitFor(
      async () => {
        const { status, body } = await admin.get('/api/v1/metrics/performance');
        expect(status).toBe(200);
        const { latency_ms: latency, ...performance } = PerformanceMetrics.parse(body);
        expect(performance.throughput_per_second).toBeGreaterThan(0);
        expect(performance.error_rate_percent).toBe(0);
        // Two searches with the same words: the second vector was remembered, if the same instance served both.
        expect([0, 50]).toContain(performance.cache_hit_rate_percent);
        expect(performance.concurrent_workers).toBeGreaterThan(0);
        expect(performance.memory_usage_mb).toBeGreaterThan(10);
        expect(latency.p50).toBeLessThanOrEqual(latency.p95!);
        expect(latency.p95).toBeLessThanOrEqual(latency.p99!);
      },
      { timeout: 30_000, interval: 1_000 },
    );
  });

  it('for Prometheus are lines that it can read', async () => {
    const { status, headers, body } = await admin.get('/metrics');

    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const lines = (body as string).split('\n');
    expect(lines.pop()).toBe('');
    for (const line of lines)
      expect(line).toMatch(
        /^# (HELP [a-z_]+ .+|TYPE [a-z_]+ gauge)$|^[a-z_]+(\{[a-z_]+="[^"\\\n]*"(,[a-z_]+="[^"\\\n]*")*\})? -?\d+(\.\d+)?(e[+-]\d+)?$/,
      );
    expect(lines).toContain(`caselore_import_records{outcome="written"} ${RECORDS}`);
    expect(lines.find((line) => line.startsWith('caselore_cases{tenant="demo"} '))).toBeDefined();
  });

  it.each([
    ['/metrics', 'demo-engineer'],
    ['/api/v1/metrics/performance', 'demo-engineer'],
    ['/api/v1/metrics/pipeline', 'demo-agent'],
    ['/api/v1/health/detailed', 'demo-agent'],
  ])('%s is refused to %s, and to nobody', async (path, principal) => {
    expect(await (await client(principal)).get(path)).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect(await apiClient(stack.url).get(path)).toMatchObject({ status: 401 });
  });
});

describe('logs', () => {
  it('hold events of the catalogue only, at their level, with their fields', () => {
    const bound = new Set(
      'level message timestamp service cold_start function_arn function_memory_size function_name function_request_id sampling_rate xray_trace_id trace_id correlation_id request_id operation tenant principal message_id import_id segment'.split(
        ' ',
      ),
    );
    const lines = [...logs().keys()].flatMap(events);

    expect(lines.length).toBeGreaterThan(50);
    for (const line of lines) {
      const event = LOG_EVENTS[line['message'] as keyof typeof LOG_EVENTS];
      // A code that is not in the catalogue shows in the difference.
      expect(Object.keys(LOG_EVENTS)).toContain(line['message']);
      expect(line['level']).toBe(event.level.toUpperCase());
      const fields: readonly string[] = event.fields;
      expect(Object.keys(line).filter((name) => !bound.has(name) && !fields.includes(name))).toEqual([]);
    }
  });

  it('tell of each message that it began and ended', () => {
    for (const name of ['split-upload', 'dispatch-segments', 'write-segment', 'verify-segment']) {
      const codes = events(name).map(({ message }) => message);
      expect(codes).toContain('MESSAGE_STARTED');
      expect(codes).toContain('MESSAGE_COMPLETED');
      expect(events(name).filter((line) => line['import_id'] === importId).length).toBeGreaterThan(0);
    }
    expect(events('project-changes').map(({ message }) => message)).toContain('CHANGES_COMPLETED');
  });

  it('hold nothing of a record, a token or a refused body, and of a query only what statistics are made from', () => {
    for (const file of readdirSync(join(stack.dataDirectory, 'logs'))) {
      const lines = readFileSync(join(stack.dataDirectory, 'logs', file), 'utf8')
        .toLowerCase()
        .split('\n');
      // Queries stand, masked, in the one line of a search that the analytics read (docs/adr/0110).
      const marked = lines.filter(
        (line) => line.includes(MARKER.toLowerCase()) && !line.includes('search_completed'),
      );
      expect(lines.length).toBeGreaterThan(1);
      expect({ file, marked }).toEqual({ file, marked: [] });
    }
    expect(stack.lines.join('\n')).not.toContain(MARKER);
  });
});

describe('traces', () => {
  it('go with a request through every queue behind it, and so does its correlation id', () => {
    for (const name of ['imports', 'dispatch-segments', 'write-segment', 'verify-segment']) {
      const traced = events(name).filter((line) => line['trace_id'] === ROOT);
      expect({ name, traced: traced.length > 0 }).toEqual({ name, traced: true });
      expect(new Set(traced.map((line) => line['correlation_id']))).toEqual(new Set([continued]));
    }
  });

  it('are each invocation’s own behind a queue', () => {
    const own = events('write-segment').map((line) => line['xray_trace_id']);

    expect(own.length).toBeGreaterThan(0);
    for (const id of own) expect(id).toMatch(/^1-[0-9a-f]{8}-[0-9a-f]{24}$/);
    expect(own).not.toContain(ROOT);
  });

  it('are new for each request that brings none, and answered', async () => {
    const one = (await admin.get('/api/v1/health')).headers.get('x-amzn-trace-id');
    const two = (await admin.get('/api/v1/health')).headers.get('x-amzn-trace-id');

    expect(one).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Sampled=[01]$/);
    expect(one).not.toBe(two);
  });
});
