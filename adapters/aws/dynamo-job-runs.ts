import {
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import { durationOf, type JobRun, type RunEnd, type RunKey } from '#core/jobs/job-run.ts';
import type { JobRuns } from '#core/ports/job-runs.ts';
import { conditionally } from './conditionally.ts';
import { jobKeyOf, runKeyOf, runListKey, runListSort } from './job-keys.ts';
import { fromJobItem, fromRunItem, toRunItem } from './job-run-item.ts';
import { names } from './names.ts';
import { transact, type TransactItems } from './transact.ts';

const ABSENT = 'attribute_not_exists(pk)';

type TransactItem = TransactItems[number];

/** Jobs and runs in a DynamoDB table. A run takes its place and leaves it in one transaction with its own row. */
export const dynamoJobRuns = (client: DynamoDBDocumentClient, table: string): JobRuns => {
  const read = async (key: Record<string, string>): Promise<unknown> =>
    (await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item;

  const find = async (key: RunKey): Promise<JobRun | undefined> => {
    const item = await read(runKeyOf(key));
    return item === undefined ? undefined : fromRunItem(item);
  };

  const takePlace = ({ job, runId, startedAt }: JobRun, most: number): TransactItem => ({
    Update: {
      TableName: table,
      Key: jobKeyOf(job),
      UpdateExpression: 'ADD #active :run SET #last_run = :at',
      ConditionExpression: 'attribute_not_exists(#active) OR size(#active) < :most',
      ExpressionAttributeNames: names('active', 'last_run'),
      ExpressionAttributeValues: { ':run': new Set([runId]), ':at': startedAt, ':most': most },
    },
  });

  const end = (key: RunKey, { status, finishedAt, counts, error }: RunEnd): TransactItem => ({
    Update: {
      TableName: table,
      Key: runKeyOf(key),
      UpdateExpression: `SET #run_status = :status, #finished_at = :at, #counts = :counts${error === undefined ? '' : ', #run_error = :error'}`,
      ConditionExpression: '#run_status = :running',
      ExpressionAttributeNames: names(
        'run_status',
        'finished_at',
        'counts',
        ...(error === undefined ? [] : ['run_error']),
      ),
      ExpressionAttributeValues: {
        ':status': status,
        ':at': finishedAt,
        ':counts': counts,
        ':error': error,
        ':running': 'running',
      },
    },
  });

  const leavePlace = (run: JobRun, { status, finishedAt }: RunEnd): TransactItem => {
    const succeeded = status === 'succeeded';
    return {
      Update: {
        TableName: table,
        Key: jobKeyOf(run.job),
        UpdateExpression: `DELETE #active :run ADD #runs :one, #errors :errors, #duration_ms :took${succeeded ? ' SET #last_success = :at' : ''}`,
        ExpressionAttributeNames: names(
          'active',
          'runs',
          'errors',
          'duration_ms',
          ...(succeeded ? ['last_success'] : []),
        ),
        ExpressionAttributeValues: {
          ':run': new Set([run.runId]),
          ':one': 1,
          ':errors': succeeded ? 0 : 1,
          ':took': durationOf({ ...run, finishedAt }) ?? 0,
          ':at': succeeded ? run.startedAt : undefined,
        },
      },
    };
  };

  return {
    async job(job) {
      return fromJobItem(job, await read(jobKeyOf(job)));
    },

    async pause(job, paused) {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: jobKeyOf(job),
          UpdateExpression: 'SET #paused = :paused',
          ExpressionAttributeNames: names('paused'),
          ExpressionAttributeValues: { ':paused': paused },
        }),
      );
    },

    async claim(run, most) {
      const result = await transact(client, [
        { Put: { TableName: table, Item: toRunItem(run), ConditionExpression: ABSENT } },
        takePlace(run, most),
      ]);
      if (result.written) return 'mine';
      const [mine, place] = result.codes;
      if (mine === 'ConditionalCheckFailed') return 'taken';
      if (place === 'ConditionalCheckFailed') return 'full';
      throw new Error(`a run was not claimed: ${result.codes.join(', ')}`);
    },

    async note(run) {
      await conditionally(
        client.send(new PutCommand({ TableName: table, Item: toRunItem(run), ConditionExpression: ABSENT })),
      );
    },

    find,

    async list(job, limit, after) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'by-started',
          KeyConditionExpression: after ? '#list_key = :key AND #list_sort < :after' : '#list_key = :key',
          ExpressionAttributeNames: after ? names('list_key', 'list_sort') : names('list_key'),
          ExpressionAttributeValues: {
            ':key': runListKey(job),
            ...(after && { ':after': runListSort(after.startedAt, after.runId) }),
          },
          ScanIndexForward: false,
          Limit: limit + 1,
        }),
      );
      const runs = Items.slice(0, limit).map(fromRunItem);
      const last = runs.at(-1);
      const next =
        last && Items.length > limit ? { startedAt: last.startedAt, runId: last.runId } : undefined;
      return { runs, next };
    },

    async step(key, step) {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: runKeyOf(key),
          UpdateExpression: 'SET #steps.#name = :step',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: { ...names('steps'), '#name': step.name },
          ExpressionAttributeValues: { ':step': step },
        }),
      );
    },

    async finish(key, runEnd) {
      const run = await find(key);
      if (run?.status !== 'running') return false;
      const result = await transact(client, [end(key, runEnd), leavePlace(run, runEnd)]);
      if (result.written) return true;
      if (result.codes[0] === 'ConditionalCheckFailed') return false;
      throw new Error(`a run was not ended: ${result.codes.join(', ')}`);
    },
  };
};
