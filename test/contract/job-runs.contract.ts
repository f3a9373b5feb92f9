import { describe, expect, it } from 'vitest';
import type { RunEnd } from '#core/jobs/job-run.ts';
import type { JobRuns } from '#core/ports/job-runs.ts';
import { aRun } from '#test/support/a-run.ts';

const JOB = 'health_check';
const end = (overrides: Partial<RunEnd> = {}): RunEnd => ({
  status: 'succeeded',
  finishedAt: '2026-11-22T04:30:02.500Z',
  counts: { processed: 5 },
  error: undefined,
  ...overrides,
});

/** What every keeper of jobs and runs does. */
export const jobRunsContract = (name: string, create: () => Promise<JobRuns>) =>
  describe(`JobRuns: ${name}`, () => {
    it('knows a job that nobody has touched', async () => {
      const runs = await create();

      expect(await runs.job(JOB)).toEqual({
        job: JOB,
        paused: false,
        active: [],
        runs: 0,
        errors: 0,
        durationMs: 0,
        lastRun: undefined,
        lastSuccess: undefined,
      });
      expect(await runs.find(aRun())).toBeUndefined();
      expect(await runs.list(JOB, 10)).toEqual({ runs: [], next: undefined });
    });

    it('keeps a run that was claimed, and counts it among those that run', async () => {
      const runs = await create();

      expect(await runs.claim(aRun(), 1)).toBe('mine');

      expect(await runs.find(aRun())).toEqual(aRun());
      expect(await runs.job(JOB)).toMatchObject({ active: [aRun().runId], lastRun: aRun().startedAt });
    });

    it('gives a run to one of many who claim it at once, and its place too', async () => {
      const runs = await create();

      const claims = await Promise.all([1, 2, 3, 4, 5].map(async () => runs.claim(aRun(), 3)));

      expect(claims.toSorted()).toEqual(['mine', 'taken', 'taken', 'taken', 'taken']);
      expect((await runs.job(JOB)).active).toEqual([aRun().runId]);
    });

    it('gives as many places as there are, however many claim them at once', async () => {
      const runs = await create();

      const claims = await Promise.all(
        ['a', 'b', 'c', 'd', 'e'].map(async (runId) => runs.claim(aRun({ runId }), 2)),
      );

      expect(claims.toSorted()).toEqual(['full', 'full', 'full', 'mine', 'mine']);
      expect((await runs.job(JOB)).active).toHaveLength(2);
    });

    it('ends a run once, frees its place and counts it', async () => {
      const runs = await create();
      await runs.claim(aRun(), 1);

      const ended = await Promise.all([1, 2, 3].map(async () => runs.finish(aRun(), end())));

      expect(ended.filter(Boolean)).toHaveLength(1);
      expect(await runs.find(aRun())).toEqual(aRun({ ...end() }));
      expect(await runs.job(JOB)).toEqual({
        job: JOB,
        paused: false,
        active: [],
        runs: 1,
        errors: 0,
        durationMs: 2_500,
        lastRun: aRun().startedAt,
        lastSuccess: aRun().startedAt,
      });
      expect(await runs.claim(aRun({ runId: 'next' }), 1)).toBe('mine');
    });

    it('counts a run that did not succeed as an error, with what it died of', async () => {
      const runs = await create();
      await runs.claim(aRun(), 1);

      await runs.finish(aRun(), end({ status: 'timed_out', counts: {}, error: 'States.Timeout' }));

      expect(await runs.find(aRun())).toMatchObject({ status: 'timed_out', error: 'States.Timeout' });
      expect(await runs.job(JOB)).toMatchObject({ runs: 1, errors: 1, lastSuccess: undefined });
    });

    it('does not end a run that never was', async () => {
      const runs = await create();

      expect(await runs.finish(aRun(), end())).toBe(false);
      expect(await runs.job(JOB)).toMatchObject({ runs: 0 });
    });

    it('keeps the last try of each step, in the order in which they began', async () => {
      const runs = await create();
      await runs.claim(aRun(), 1);
      const first = { name: 'Read', started_at: '2026-11-22T04:30:01.000Z' };
      const second = { name: 'Apply', started_at: '2026-11-22T04:30:02.000Z' };

      await runs.step(aRun(), { ...second, status: 'running', duration_ms: null });
      await runs.step(aRun(), { ...first, status: 'failed', duration_ms: 10, error: 'Error: no' });
      await runs.step(aRun(), { ...first, status: 'succeeded', duration_ms: 20 });

      expect((await runs.find(aRun()))?.steps).toEqual([
        { ...first, status: 'succeeded', duration_ms: 20 },
        { ...second, status: 'running', duration_ms: null },
      ]);
    });

    it('takes no step of a run that never was', async () => {
      const runs = await create();
      const step = { name: 'Read', started_at: '', status: 'running', duration_ms: null } as const;

      await expect(runs.step(aRun(), step)).rejects.toThrow(/./);
    });

    it('notes a run that does not take place, never over one that does, and counts it nowhere', async () => {
      const runs = await create();
      const missed = aRun({ runId: 'late', status: 'missed', finishedAt: '2026-11-22T05:00:00.000Z' });
      await runs.claim(aRun(), 1);

      await runs.note(missed);
      await runs.note(aRun({ status: 'skipped' }));

      expect(await runs.find(missed)).toEqual(missed);
      expect((await runs.find(aRun()))?.status).toBe('running');
      expect(await runs.job(JOB)).toMatchObject({ active: [aRun().runId], runs: 0 });
    });

    it('lists runs newest first, page by page', async () => {
      const runs = await create();
      const starts = [10, 11, 12, 13, 14].map((hour) => `2026-11-22T${hour}:00:00.000Z`);
      for (const startedAt of starts) await runs.note(aRun({ runId: `at-${startedAt}`, startedAt }));

      const first = await runs.list(JOB, 2);
      const second = await runs.list(JOB, 2, first.next);
      const third = await runs.list(JOB, 2, second.next);

      expect([first, second, third].map((page) => page.runs.map(({ startedAt }) => startedAt))).toEqual([
        [starts[4], starts[3]],
        [starts[2], starts[1]],
        [starts[0]],
      ]);
      expect(third.next).toBeUndefined();
    });

    it('pauses a job and lets it go on, whatever runs', async () => {
      const runs = await create();
      await runs.claim(aRun(), 1);

      await runs.pause(JOB, true);
      expect(await runs.job(JOB)).toMatchObject({ paused: true, active: [aRun().runId] });
      await runs.pause(JOB, false);

      expect(await runs.job(JOB)).toMatchObject({ paused: false, active: [aRun().runId] });
    });
  });
