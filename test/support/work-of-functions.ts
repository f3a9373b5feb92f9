import { DynamoDBClient, ListTablesCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoGenerationStore } from '#adapters/aws/dynamo-generation-store.ts';
import type { FunctionName } from '#config/function-name.ts';
import { SyncProgress } from '#contracts/case-sync.ts';
import { aPattern, aPatternGroup } from './a-pattern.ts';
import { aTicket, jsonLines } from './a-ticket.ts';
import type { ApiClient } from './api-client.ts';
import type { InProcessStack } from './in-process-stack.ts';
import { endRuns } from './end-runs.ts';
import { putBreaker } from './put-breaker.ts';
import { putDraft } from './put-draft.ts';
import { putPattern } from './put-pattern.ts';
import { runSql } from './run-sql.ts';
import type { Work } from './work.ts';
import { generateKnowledge } from './work-of-knowledge.ts';
import { WORK_OF_LINKS } from './work-of-links.ts';

/** More than 300 KB in UTF-8, so that the text is kept in the bucket. */
const LONG = { description: '€'.repeat(100_000), resolution: '€'.repeat(100_000) };

const aLongCase = (unique: number) => ({ ...aTicket(unique, { id: `long-${unique}` }), ...LONG });

const upload = async (api: ApiClient, unique: number): Promise<string> =>
  api.upload(jsonLines([aTicket(unique), aLongCase(unique)]));

const tend = async ({ host }: InProcessStack): Promise<unknown> =>
  host.invoke('caselore-local-tend-imports', {});

/** By function; an answer of the API that is an error is what a missing right looks like, so nobody looks at it here. */
export const WORK: Record<FunctionName, Work> = {
  authorise: { run: async (_, api) => void (await api.get('/api/v1/cases?limit=1')) },
  cases: {
    remembers: true,
    run: async (_, api, unique) => {
      await api.post(
        '/api/v1/cases',
        { id: `case-${unique}`, title: 'Blank pages', ...LONG },
        { 'idempotency-key': `case-${unique}` },
      );
      await api.get('/api/v1/cases?limit=1');
      await api.get('/api/v1/cases?status=open');
    },
  },
  imports: {
    run: async (_, api, unique) => {
      await api.get('/api/v1/imports');
      await api.post('/api/v1/imports', { format: 'jsonl' }, { 'idempotency-key': `import-${unique}` });
      const id = await api.upload('{"id":\n').catch(() => undefined);
      if (id === undefined) return;
      await api.untilImport(id, ['needs_review'], 20);
      await api.post(`/api/v1/imports/${id}/continue`, undefined);
      await api.get(`/api/v1/imports/${id}/records?unique=${unique}`);
    },
  },
  knowledge: {
    remembers: true,
    run: async (_, api, unique) => {
      const content = '€'.repeat(150_000);
      await api.post(
        '/api/v1/knowledge',
        { id: `article-${unique}`, title: 'Blank pages', content },
        { 'idempotency-key': `article-${unique}` },
      );
      await api.get(`/api/v1/knowledge/article-${unique}`);
      await api.get('/api/v1/knowledge?limit=1');
      await api.get('/api/v1/knowledge?category=none');
    },
  },
  // An article too long for a row that rests on a case, and another one of a pattern.
  review: {
    run: async (stack, api, unique) => {
      await api.post('/api/v1/cases', { id: `cited-${unique}`, title: 'Blank pages' });
      const [first, second] = [`review-${unique}`, `again-${unique}`];
      for (const id of [first, second]) await putDraft(stack, { id, cites: `cited-${unique}` });
      const path = `/api/v1/knowledge/${first}`;
      await api.get('/api/v1/knowledge/review-queue?limit=1');
      await api.get(`${path}/versions`);
      await api.get(`${path}/versions/1`);
      await api.get(`${path}/claims`);
      await api.post(`/api/v1/knowledge/${second}/links`, { case_id: `cited-${unique}` });
      await api.post(`/api/v1/knowledge/${second}/merge`, { into: first });
      const rejection = { reason: 'wrong' };
      await api.post(`${path}/reject`, rejection, { 'idempotency-key': `reject-${unique}` });
    },
  },
  ...WORK_OF_LINKS,
  // A draft that has expired, and a deleted article whose versions are still there.
  'tend-articles': {
    run: async (stack, _, unique) => {
      await putDraft(stack, { id: `expired-${unique}`, expiresAt: '2026-01-01T00:00:00.000Z' });
      await putDraft(stack, { id: `deleted-${unique}`, deleted: true });
      await stack.host.invoke('caselore-local-tend-articles', {});
    },
  },
  // It hands over to itself by messages only when there is more to do than one of them does.
  'rebuild-index': {
    run: async (_, api, unique) => {
      await api.post('/api/v1/knowledge', { id: `rebuild-${unique}`, title: 'Blank pages', content: 'x' });
      await api.post('/api/v1/cases', { id: `rebuild-${unique}`, title: 'Blank pages', ...LONG });
      await api.post('/api/v1/admin/index/cancel', undefined);
      await api.post('/api/v1/admin/index/rebuild', {});
    },
  },
  // A case whose texts are in the bucket, and an index of an older version, which it has made anew.
  vectorise: {
    remembers: true,
    run: async (stack, api, unique) => {
      await api.post('/api/v1/knowledge', { id: `vector-${unique}`, title: 'Blank pages', content: 'x' });
      await api.post('/api/v1/cases', { id: `vector-${unique}`, title: 'Blank pages', ...LONG });
      await api.post('/api/v1/admin/index/cancel', undefined);
      await makeIndexOld(stack);
      const run = { job_id: 'vectorization', run_id: `vectorised-${unique}` };
      await stack.host.invoke('caselore-local-record-run', { event: 'started', ...run });
      await stack.host.invoke('caselore-local-vectorise', run);
      await stack.host.invoke('caselore-local-record-run', { event: 'succeeded', ...run, counts: {} });
      await api.post('/api/v1/admin/index/cancel', undefined);
    },
  },
  patterns: {
    run: async (stack, api, unique) => {
      const id = `p-${unique}`;
      const remedies = [[`long-${unique}`]];
      await putPattern(stack, aPattern({ id }), aPatternGroup({ case_ids: remedies.flat(), remedies }));
      await putPattern(stack, aPattern({ id: `${id}-unlisted` }));
      await api.post('/api/v1/cases', aLongCase(unique));
      await api.get('/api/v1/patterns');
      await api.get(`/api/v1/patterns/${id}/why`);
      await api.get(`/api/v1/patterns/${id}-unlisted`);
    },
  },
  'index-admin': {
    run: async (_, api, unique) => {
      await api.post('/api/v1/admin/index/cancel', undefined);
      await api.post('/api/v1/admin/index/rebuild', {}, { 'idempotency-key': `rebuild-${unique}` });
      await api.get('/api/v1/admin/index');
    },
  },
  'knowledge-admin': {
    run: async (stack, _, unique) => {
      // Of another tenant: that of the others has a pattern whose cases nobody has listed.
      const api = await stack.client('other-admin');
      const id = `estimated-${unique}`;
      await api.post('/api/v1/cases', { id, title: 'Blank pages', ...LONG });
      await putPattern(stack, aPattern({ id, tenant: 'other' }), aPatternGroup({ case_ids: [id] }));
      await api.get('/api/v1/admin/knowledge/estimate');
      await api.put('/api/v1/admin/knowledge/budget', { limit_usd: 5 });
    },
  },
  'group-cases': { run: async (stack, _, unique) => generateKnowledge(stack, unique) },
  'write-articles': { run: async (stack, _, unique) => generateKnowledge(stack, unique) },
  jobs: {
    run: async (stack, api, unique) => {
      await endRuns(stack, api);
      await api.get('/api/v1/admin/jobs/status');
      await api.get('/api/v1/admin/jobs/health_check/runs?limit=1');
      await api.post('/api/v1/admin/jobs/health_check/pause', undefined);
      await api.post('/api/v1/admin/jobs/health_check/resume', undefined);
      await api.post('/api/v1/admin/jobs/health_check/trigger', undefined, {
        'idempotency-key': `trigger-${unique}`,
      });
      // Whoever looks while it runs asks Step Functions how it is.
      await api.get('/api/v1/admin/jobs/status');
    },
  },
  'start-job': {
    run: async (stack, api, unique) => {
      const { host } = stack;
      const fire = async (seconds: number): Promise<void> => {
        // Times to come, so that no two tests fire for the same.
        const due = new Date(Date.now() + (unique * 60 + seconds) * 1000).toISOString();
        const event = { job_id: 'health_check', scheduled_time: `${due.slice(0, 19)}Z` };
        await host.invoke('caselore-local-start-job', event);
      };
      await endRuns(stack, api);
      const busy = { event: 'started', job_id: 'health_check', run_id: `busy-${unique}` };
      await host.invoke('caselore-local-record-run', busy);
      // It is skipped, after a look at the one that runs.
      await fire(0);
      await endRuns(stack, api);
      await fire(1);
    },
  },
  'record-run': {
    run: async ({ host }, _, unique) => {
      const run = { job_id: 'health_check', run_id: `recorded-${unique}` };
      await host.invoke('caselore-local-record-run', { event: 'started', ...run });
      await host.invoke('caselore-local-record-run', { event: 'succeeded', ...run, counts: {} });
    },
  },
  'check-health': {
    remembers: true,
    run: async ({ host }) => {
      const run = { job_id: 'health_check', run_id: `checked-${Date.now()}` };
      await host.invoke('caselore-local-record-run', { event: 'started', ...run });
      await host.invoke('caselore-local-check-health', run);
      await host.invoke('caselore-local-record-run', { event: 'succeeded', ...run, counts: {} });
    },
  },
  events: {
    run: async (_, api, unique) => {
      const about = (id: string) => ({ event_id: `${id}-${unique}`, occurred_at: '2026-01-01' });
      const events = [
        {
          ...about('case'),
          type: 'case_update',
          action: 'upsert',
          case: { id: `event-${unique}`, title: 'Blank pages', ...LONG },
        },
        {
          ...about('article'),
          type: 'knowledge_update',
          action: 'upsert',
          article: { id: `event-${unique}`, title: 'Blank pages', content: '€'.repeat(110_000) },
        },
      ];
      // Not both in one request: a body has 1 MiB. The second time it reads what it wrote.
      for (const event of events) await api.post('/api/v1/events', { events: [event] });
      for (const event of events) await api.post('/api/v1/events', { events: [event] });
    },
  },
  'api-docs': { run: async (_, api) => void (await api.get('/api/v1/openapi.json')) },
  'aggregate-searches': {
    run: async (_, api, unique) => {
      await api.post('/api/v1/search/hybrid', { query: `to be counted ${unique}` });
    },
  },
  search: {
    remembers: true,
    run: async (_, api, unique) => {
      await api.post('/api/v1/cases', { id: `search-${unique}`, title: 'Blank pages', ...LONG });
      await api.post('/api/v1/search/similarity', { case_id: `search-${unique}` });
      await api.post('/api/v1/search/hybrid', { query: `blank pages ${unique}` });
      await api.get('/api/v1/search/analytics');
    },
  },
  health: {
    remembers: true,
    run: async (_, api) => {
      await api.get('/ready');
      await api.get('/api/v1/health/detailed');
      await api.get('/api/v1/metrics/pipeline');
    },
  },
  'sync-cases': {
    // A long ticket that is solved, then open again.
    run: async ({ host, caseDatabase }, _, unique) => {
      const sync = async (run: string) => {
        const began = { job_id: 'case_sync', run_id: `${run}-${unique}` };
        const task = { ...began, scheduled_time: '2026-01-01T00:00:00Z', sweep: true };
        await host.invoke('caselore-local-record-run', { event: 'started', ...began });
        for (let calls = 0; calls < 10; calls += 1) {
          const answer = await host.invoke('caselore-local-sync-cases', task);
          if (!answer.ok || !SyncProgress.parse(answer.payload).more) return;
        }
      };
      await runSql(
        caseDatabase,
        `insert into helpdesk.tickets (ticket_no, subject, body, solution, state)
         values ('L-${unique}', 'Blank pages', repeat('€', 90000), repeat('€', 90000), 'resolved')`,
      );
      await sync('solved');
      await runSql(
        caseDatabase,
        `update helpdesk.tickets set state = 'open' where ticket_no = 'L-${unique}'`,
      );
      await sync('reopened');
    },
  },
  'split-upload': { run: async (_, api, unique) => void (await upload(api, unique)) },
  'dispatch-segments': { run: async (_, api, unique) => void (await upload(api, unique)) },
  'write-segment': { run: async (_, api, unique) => void (await upload(api, unique)) },
  // A case that cannot be read, beside one that can, is left to repair.
  'project-changes': {
    taken: { when: 'sqs:SendMessage', from: 'project-changes', actions: ['s3:GetObject'] },
    run: async ({ host }, api, unique) => {
      await api.post('/api/v1/cases', { id: `short-${unique}`, title: 'Blank pages' });
      await api.post('/api/v1/cases', { id: `project-${unique}`, title: 'Blank pages', ...LONG });
      const eventSourceARN = streamOfCases(host);
      const change = (id: string) => ({ eventSourceARN, dynamodb: { Keys: { pk: { S: `demo#${id}` } } } });
      await host.invoke('caselore-local-project-changes', {
        Records: [change(`short-${unique}`), change(`project-${unique}`)],
      });
    },
  },
  'repair-projection': {
    run: async ({ emulators, region, credentials, accountId }, api, unique) => {
      await api.post('/api/v1/cases', { id: `repair-${unique}`, title: 'Blank pages', ...LONG });
      const sqs = new SQSClient({ endpoint: emulators.sqs, region, credentials });
      await sqs.send(
        new SendMessageCommand({
          QueueUrl: `${emulators.sqs}/${accountId}/caselore-local-repairs`,
          MessageBody: JSON.stringify({ tenant: 'demo', id: `repair-${unique}` }),
        }),
      );
      sqs.destroy();
    },
  },
  // While the index stays behind, it looks into the table.
  'verify-segment': {
    taken: {
      when: 'dynamodb:BatchGetItem',
      from: 'project-changes',
      actions: ['dynamodb:BatchGetItem', 'sqs:SendMessage'],
    },
    run: async (_, api, unique) => void (await upload(api, unique)),
  },
  // An import that nobody dispatches stands still; one that is old and was not uploaded is looked for in the bucket.
  'tend-imports': {
    taken: { when: 'sqs:SendMessage', from: 'dispatch-segments', actions: ['sqs:SendMessage'] },
    run: async (stack, api, unique) => {
      await upload(api, unique);
      const { body } = await api.post('/api/v1/imports', { format: 'jsonl' });
      await makeOld(stack, body.id);
      for (let minute = 0; minute < 3; minute += 1) await tend(stack);
    },
  },
  // Of the model, for what it pauses is paused for a moment only: a breaker that has just opened, one that is due, whose probe asks for the live model, and a closed one: work is
  // paused, and resumed for whoever comes after.
  'tend-breakers': {
    remembers: true,
    run: async (stack) => {
      const now = Date.now();
      await putBreaker(stack, 'external_api', { phase: 'open', since: now, until: now + 60_000 }, false);
      await stack.host.invoke('caselore-local-tend-breakers', {});
      await putBreaker(stack, 'external_api', { phase: 'open', since: now, until: now }, true);
      await stack.host.invoke('caselore-local-tend-breakers', {});
      await putBreaker(stack, 'external_api', { phase: 'closed', failures: 0 }, true);
      await stack.host.invoke('caselore-local-tend-breakers', {});
    },
  },
};

/** By the projector's own right to read it. */
const streamOfCases = ({ iam }: InProcessStack['host']): string => {
  const resources = iam.policies().flatMap(({ document }) =>
    [document.Statement]
      .flat()
      .flatMap(({ Resource }) => [Resource].flat())
      .map(String),
  );
  return resources.find((one) => /:table\/[^/]*Cases[^/]*\/stream\/[^*]/.test(one))!;
};

const makeOld = async ({ emulators, region, credentials }: InProcessStack, id: string): Promise<void> => {
  const dynamodb = new DynamoDBClient({ endpoint: emulators.dynamodb, region, credentials });
  const { TableNames = [] } = await dynamodb.send(new ListTablesCommand({}));
  await dynamodb.send(
    new UpdateItemCommand({
      TableName: TableNames.find((name) => name.includes('Imports')),
      Key: { pk: { S: `demo#${id}` }, sk: { S: 'import' } },
      UpdateExpression: 'SET created_at = :then',
      ExpressionAttributeValues: { ':then': { S: '2026-01-01T00:00:00.000Z' } },
    }),
  );
  dynamodb.destroy();
};

/** Makes the generation that is searched one of an older version, of which nobody has begun the next. */
const makeIndexOld = async ({ emulators, region, credentials }: InProcessStack): Promise<void> => {
  const dynamodb = new DynamoDBClient({ endpoint: emulators.dynamodb, region, credentials });
  const { TableNames = [] } = await dynamodb.send(new ListTablesCommand({}));
  const table = TableNames.find((name) => name.includes('SearchGenerations'))!;
  const store = dynamoGenerationStore(DynamoDBDocumentClient.from(dynamodb), table);
  const state = (await store.read())!;
  await store.write({
    ...state,
    revision: state.revision + 1,
    change: 'older',
    live: { ...state.live, indexVersion: 0 },
    building: undefined,
    lastRebuild: undefined,
  });
  dynamodb.destroy();
};
