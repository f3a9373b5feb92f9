import { describe, expect, it } from 'vitest';
import { type SyncProgress, SyncTask } from '#contracts/case-sync.ts';
import type { RunRecord } from '#contracts/job-task.ts';
import { CaseDatabaseOut } from '#core/breakers/case-database-out.ts';
import { DeletionsRefused } from '#core/sync/deletions-refused.ts';
import { NO_COUNTS } from '#core/sync/sync-cursor.ts';
import { SourceMappingFault } from '#core/sync/source-mapping-fault.ts';
import { runJobMachine } from '#test/support/run-job-machine.ts';

const NAME = 'case_sync-20261122T043000Z';

type Sync = (call: number) => Promise<SyncProgress>;
const COUNTS = { ...NO_COUNTS, read: 9, unchanged: 4, handed_over: 5, imports: 1 };
const MORE = { more: true, waiting: false, counts: { ...COUNTS, read: 3 } };
const WAITING = { more: true, waiting: true, counts: COUNTS };
const ENDED = { more: false, waiting: false, counts: COUNTS };
const inTurn =
  (...answers: readonly SyncProgress[]): Sync =>
  async (call) =>
    answers[call - 1]!;

/** Runs the machine of the job; `sync` is what each of its calls comes to. */
const run = async (sync: Sync, broken: (said: RunRecord) => boolean = () => false, input = '{}') => {
  const tasks: SyncTask[] = [];
  const ended = await runJobMachine({
    job: 'case_sync',
    name: NAME,
    broken,
    input,
    functions: {
      SyncCases: [
        'sync',
        async (payload) => {
          tasks.push(SyncTask.parse(payload));
          return sync(tasks.length);
        },
      ],
    },
  });
  return { ...ended, tasks };
};

describe('every path of case_sync, in the Step Functions of the laptop form', () => {
  it('asks again while there is more, and waits while imports end; the last counts are those of the run', async () => {
    const { execution, run: ended, calls, tasks, runs } = await run(inTurn(MORE, WAITING, WAITING, ENDED));

    expect(execution).toMatchObject({ status: 'SUCCEEDED' });
    expect(calls).toEqual(['started', 'sync', 'sync', 'sync', 'sync', 'succeeded']);
    expect(ended).toMatchObject({
      status: 'succeeded',
      counts: {
        processed: 9,
        unchanged: 4,
        handed_over: 5,
        imports: 1,
        deleted: 0,
        reopened: 0,
        rejected: 0,
        failed: 0,
        products: 0,
      },
    });
    expect(new Set(tasks.map(({ run_id: id }) => id))).toEqual(new Set([NAME]));
    // The function knows by itself whether this is the run that compares everything.
    expect(tasks.map(({ sweep }) => sweep)).toEqual([undefined, undefined, undefined, undefined]);
    expect((await runs.job('case_sync')).active).toEqual([]);
  });

  it('tries a part again that fails, each part as often', async () => {
    const { execution, calls } = await run(async (call) => {
      if (call % 3 !== 0) throw new Error('the database is away');
      return call === 3 ? MORE : ENDED;
    });

    expect(execution.status).toBe('SUCCEEDED');
    expect(calls.filter((call) => call === 'sync')).toHaveLength(6);
  });

  it('records a part that fails at every try, and fails itself', async () => {
    const {
      execution,
      run: ended,
      calls,
      runs,
    } = await run(async () => {
      throw new Error('the database is away');
    });

    expect(execution).toMatchObject({ status: 'FAILED', error: 'Error' });
    expect(calls).toEqual(['started', 'sync', 'sync', 'sync', 'sync', 'failed']);
    expect(ended).toMatchObject({ status: 'failed', error: 'Error: the database is away' });
    expect(await runs.job('case_sync')).toMatchObject({ active: [], errors: 1 });
  });

  it('fails at once for a mapping that does not fit', async () => {
    const { run: ended, calls } = await run(async () => {
      throw new SourceMappingFault(['column support.tickets.subjekt']);
    });

    expect(calls).toEqual(['started', 'sync', 'failed']);
    expect(ended).toMatchObject({
      status: 'failed',
      error: expect.stringMatching(/^SourceMappingFault: .*support\.tickets\.subjekt/),
    });
  });

  it.each([
    [
      'a database that is known to be out',
      new CaseDatabaseOut(undefined),
      /^CaseDatabaseOut: .*does not answer/,
    ],
    [
      'a source that has lost its rows',
      new DeletionsRefused({ ours: 500, lost: 480 }),
      /^DeletionsRefused: .*lacks 480 of the 500/,
    ],
  ])('fails at once for %s', async (_, error, says) => {
    const { run: ended, calls } = await run(async () => {
      throw error;
    });

    expect(calls).toEqual(['started', 'sync', 'failed']);
    expect(ended).toMatchObject({ status: 'failed', error: expect.stringMatching(says) });
  });

  it('hands on what a person asks of the run', async () => {
    const input = JSON.stringify({ full: true, allow_deletions: true, job_id: 'case_sync', run_id: NAME });

    const { tasks } = await run(inTurn(MORE, ENDED), undefined, input);

    const wish = { full: true, allow_deletions: true };
    expect(tasks).toMatchObject([
      { job_id: 'case_sync', wish },
      { job_id: 'case_sync', wish },
    ]);
  });

  it('records a part that takes too long as timed out', async () => {
    const { execution, run: ended } = await run(() => new Promise(() => {}));

    expect(execution).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(ended).toMatchObject({ status: 'timed_out' });
  });

  it('says that it failed when its beginning cannot be recorded', async () => {
    const { execution, run: ended, calls } = await run(inTurn(ENDED), ({ event }) => event === 'started');

    expect(execution).toMatchObject({ status: 'FAILED', error: 'Error' });
    expect(calls).toEqual(['started', 'started', 'started', 'failed']);
    expect(ended).toBeUndefined();
  });

  it.each([
    ['success', inTurn(ENDED), 'succeeded'],
    [
      'failure',
      async () => {
        throw new SourceMappingFault(['table support.tickets']);
      },
      'failed',
    ],
  ] as const)(
    'says that its %s could not be recorded, and leaves the run to be settled',
    async (_, sync, event) => {
      const { execution, run: ended, calls } = await run(sync, (said) => said.event === event);

      expect(execution).toMatchObject({ status: 'FAILED', error: 'RunNotRecorded' });
      expect(calls.filter((call) => call === event)).toHaveLength(3);
      expect(ended).toMatchObject({ status: 'running' });
    },
  );
});
