import { describe, expect, it } from 'vitest';
import { GroupingTask, WritingTask } from '#contracts/knowledge-task.ts';
import type { RunRecord } from '#contracts/job-task.ts';
import { PatternsFailed } from '#core/knowledge/work/patterns-failed.ts';
import { runJobMachine } from '#test/support/run-job-machine.ts';

const NAME = 'knowledge_generation-20261122T040000Z';
const COUNTS = { processed: 30, patterns: 31, created: 20, refused: 10, unchanged: 1, left_out: 0 };

type Task = GroupingTask | WritingTask;
type Answer = (task: Task) => unknown;

/** What each step answers where a test does not say otherwise: one tenant, one page, nothing left. */
const USUAL: Record<string, Answer> = {
  SelectTenants: ({ slice }) => ({ slice, pages: [0], next: slice + 1, more: false }),
  GroupCases: () => ({ patterns: 31, due: 30 }),
  PlanPages: () => ({ pages: [0], next: 1, more: false, full: false }),
  CountRun: () => COUNTS,
};
const ANY: Answer = () => ({ more: false });

/** A task in one word: its step, and its numbers. */
const named = (task: Task): string => {
  const numbers = [
    task.slice,
    ...('page' in task ? [task.page] : []),
    ...('round' in task ? [task.round] : []),
  ];
  return `${task.step} ${numbers.join('.')}`;
};

/** Runs the machine of the job; `answers` plays its steps. */
const run = async (
  answers: Record<string, Answer> = {},
  broken: (said: RunRecord) => boolean = () => false,
) => {
  const done: string[] = [];
  const play = async (task: Task): Promise<unknown> => {
    expect(task.run_id).toBe(NAME);
    done.push(named(task));
    return ({ ...USUAL, ...answers }[task.step] ?? ANY)(task);
  };
  const ended = await runJobMachine({
    job: 'knowledge_generation',
    name: NAME,
    broken,
    functions: {
      GroupCases: ['group', async (payload) => play(GroupingTask.parse(payload))],
      WriteArticles: ['write', async (payload) => play(WritingTask.parse(payload))],
    },
  });
  return { ...ended, done };
};

const PAGE = [
  'CheckCoverage',
  'CheckSufficiency',
  'DraftArticles',
  'VerifyDrafts',
  'StoreDrafts',
  'KeepOutcomes',
];
const failing = (): never => {
  throw new Error('the table does not answer');
};

describe('every path of knowledge_generation, in the Step Functions of the laptop form', () => {
  it('takes a page of patterns through all steps, and ends with what was counted', async () => {
    const { execution, run: ended, done, calls, runs } = await run();

    expect(execution.status).toBe('SUCCEEDED');
    expect(done).toEqual([
      'SelectTenants 0',
      'GroupCases 0.0',
      'PlanPages 0.0',
      ...PAGE.map((step) => `${step} 0.0`),
      'CountRun 0',
    ]);
    expect([calls[0], calls.at(-1)]).toEqual(['started', 'succeeded']);
    expect(ended).toMatchObject({ status: 'succeeded', counts: COUNTS });
    expect((await runs.job('knowledge_generation')).active).toEqual([]);
  });

  it('succeeds with zeros where there is no tenant', async () => {
    const nothing = { processed: 0, patterns: 0, left_out: 0 };
    const { run: ended, done } = await run({
      SelectTenants: ({ slice }) => ({ slice, pages: [], next: 1, more: false }),
      PlanPages: () => ({ pages: [], next: 1, more: false, full: false }),
      CountRun: () => nothing,
    });

    expect(done).toEqual(['SelectTenants 0', 'PlanPages 0.0', 'CountRun 0']);
    expect(ended).toMatchObject({ status: 'succeeded', counts: nothing });
  });

  it('goes on with the next tenants, and with the next pages of each', async () => {
    const { done, run: ended } = await run({
      SelectTenants: ({ slice }) => ({
        slice,
        pages: slice === 0 ? [0, 1] : [0],
        next: slice + 1,
        more: slice === 0,
      }),
      PlanPages: (task) =>
        'round' in task && task.slice === 0 && task.round === 0
          ? { pages: [0, 1], next: 1, more: true, full: false }
          : { pages: [40], next: 2, more: false, full: false },
    });

    expect(done.filter((one) => !PAGE.some((step) => one.startsWith(step)))).toEqual([
      'SelectTenants 0',
      'GroupCases 0.0',
      'GroupCases 0.1',
      'PlanPages 0.0',
      'PlanPages 0.1',
      'SelectTenants 1',
      'GroupCases 1.0',
      'PlanPages 1.0',
      'CountRun 1',
    ]);
    expect(done.filter((one) => one.startsWith('StoreDrafts')).toSorted()).toEqual([
      'StoreDrafts 0.0',
      'StoreDrafts 0.1',
      'StoreDrafts 0.40',
      'StoreDrafts 1.40',
    ]);
    expect(ended).toMatchObject({ status: 'succeeded' });
  });

  it('ends where it can take no more, though there are more tenants', async () => {
    const { done } = await run({
      SelectTenants: ({ slice }) => ({ slice, pages: [0], next: slice + 1, more: true }),
      PlanPages: () => ({ pages: [0], next: 1, more: false, full: true }),
    });

    expect(done.filter((one) => /^(Select|Count)/.test(one))).toEqual(['SelectTenants 0', 'CountRun 0']);
  });

  it('has drafts written until there are no more', async () => {
    let calls = 0;
    const { done } = await run({ DraftArticles: () => ({ more: (calls += 1) < 3 }) });

    expect(done.filter((one) => one.startsWith('DraftArticles'))).toHaveLength(3);
    expect(done.at(-1)).toBe('CountRun 0');
  });

  it('tries a step again whose patterns failed', async () => {
    let calls = 0;
    const { done, run: ended } = await run({
      VerifyDrafts: () => {
        if ((calls += 1) < 3) throw new PatternsFailed(1, new Error('crash'));
        return { more: false };
      },
    });

    expect(done.filter((one) => one.startsWith('VerifyDrafts'))).toHaveLength(3);
    expect(ended).toMatchObject({ status: 'succeeded' });
  });

  it.each(PAGE)(
    'leaves out a page whose %s fails at every try, goes on, and fails at its end',
    async (step) => {
      const {
        execution,
        run: ended,
        done,
      } = await run({
        PlanPages: () => ({ pages: [0, 1], next: 1, more: false, full: false }),
        [step]: (task) => ('page' in task && task.page === 0 ? failing() : { more: false }),
        CountRun: () => ({ ...COUNTS, left_out: 1 }),
      });

      expect(done.filter((one) => one === `${step} 0.0`)).toHaveLength(3);
      expect(done).toContain('KeepOutcomes 0.1');
      expect(execution).toMatchObject({ status: 'FAILED', error: 'PartsLeftOut' });
      expect(ended).toMatchObject({
        status: 'failed',
        error: 'PartsLeftOut: 1 tenants or pages of patterns could not be worked through',
      });
    },
  );

  it('leaves out a tenant whose cases cannot be grouped', async () => {
    const { run: ended, done } = await run({
      SelectTenants: ({ slice }) => ({ slice, pages: [0, 1], next: 1, more: false }),
      GroupCases: (task) => ('page' in task && task.page === 0 ? failing() : { patterns: 1, due: 1 }),
      CountRun: () => ({ ...COUNTS, left_out: 1 }),
    });

    expect(done.filter((one) => one === 'GroupCases 0.0')).toHaveLength(3);
    expect(done).toContain('KeepOutcomes 0.0');
    expect(ended).toMatchObject({ status: 'failed', error: expect.stringMatching(/^PartsLeftOut/) });
  });

  it('leaves out a page that takes too long', async () => {
    const { run: ended } = await run({
      CheckCoverage: () => new Promise(() => {}),
      CountRun: () => ({ ...COUNTS, left_out: 1 }),
    });

    expect(ended).toMatchObject({ status: 'failed', error: expect.stringMatching(/^PartsLeftOut/) });
  });

  it.each(['SelectTenants', 'PlanPages', 'CountRun'])(
    'fails with a %s that fails at every try',
    async (step) => {
      const { execution, run: ended, done, runs } = await run({ [step]: failing });

      expect(done.filter((one) => one.startsWith(step))).toHaveLength(3);
      expect(execution).toMatchObject({ status: 'FAILED', error: 'Error' });
      expect(ended).toMatchObject({ status: 'failed', error: 'Error: the table does not answer' });
      expect(await runs.job('knowledge_generation')).toMatchObject({ active: [], errors: 1 });
    },
  );

  it('records a step that takes too long as timed out', async () => {
    const { execution, run: ended } = await run({ SelectTenants: () => new Promise(() => {}) });

    expect(execution).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(ended).toMatchObject({ status: 'timed_out' });
  });

  it('says that it failed when its beginning cannot be recorded', async () => {
    const { execution, run: ended, calls } = await run({}, ({ event }) => event === 'started');

    expect(execution).toMatchObject({ status: 'FAILED', error: 'Error' });
    expect(calls).toEqual(['started', 'started', 'started', 'failed']);
    expect(ended).toBeUndefined();
  });

  it.each([
    ['success', {}, 'succeeded'],
    ['failure', { SelectTenants: failing }, 'failed'],
  ] as const)(
    'says that its %s could not be recorded, and leaves the run to be settled',
    async (_, answers, event) => {
      const { execution, run: ended } = await run(answers, (said) => said.event === event);

      expect(execution).toMatchObject({ status: 'FAILED', error: 'RunNotRecorded' });
      expect(ended).toMatchObject({ status: 'running' });
    },
  );
});
