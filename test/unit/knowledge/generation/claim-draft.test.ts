import { describe, expect, it } from 'vitest';
import { newRun } from '#core/jobs/new-run.ts';
import { claimDraft } from '#core/knowledge/work/claim-draft.ts';
import { draftKeys } from '#core/knowledge/work/draft-keys.ts';
import { memoryJobRuns } from '#test/support/memory-job-runs.ts';
import { memoryKnowledgeFiles } from '#test/support/memory-knowledge-files.ts';

const JOB = 'knowledge_generation';
const SERIES = { tenant: 'demo', patternId: 'p/1', evidence: 'e', writer: 'model/1' };

const setup = async () => {
  const [files, runs] = [memoryKnowledgeFiles(), memoryJobRuns()];
  for (const runId of ['one', 'two'])
    await runs.claim(newRun({ job: JOB, runId }, 'manual', new Date(0)), 10);
  return {
    files,
    claim: claimDraft({ files, runs }),
    end: (runId: string) =>
      runs.finish(
        { job: JOB, runId },
        { status: 'failed', finishedAt: '2026-01-01T00:00:00.000Z', counts: {}, error: undefined },
      ),
    keep: (number: number, kind: 'unusable' | 'spent') =>
      files.write(draftKeys(SERIES, number).draft, JSON.stringify({ kind })),
  };
};

describe('claimDraft', () => {
  it('gives a draft to the first that asks, and again when it asks again', async () => {
    const { claim } = await setup();

    expect(await claim(SERIES, 'one')).toEqual({ number: 1, kind: 'mine' });
    expect(await claim(SERIES, 'one')).toEqual({ number: 1, kind: 'mine' });
    expect(await claim(SERIES, 'two')).toEqual({ number: 1, kind: 'others' });
  });

  it('gives it to the next when the run has ended that had it', async () => {
    const { claim, end } = await setup();
    await claim(SERIES, 'one');
    await end('one');

    expect(await claim(SERIES, 'two')).toEqual({ number: 2, kind: 'mine' });
  });

  it('shows everybody a draft that is there, whoever made it', async () => {
    const { claim, keep } = await setup();
    await claim(SERIES, 'one');
    await keep(1, 'unusable');

    expect(await claim(SERIES, 'two')).toEqual({ number: 1, kind: 'kept' });
  });

  it('begins anew after one that has become an article', async () => {
    const { claim, keep } = await setup();
    await claim(SERIES, 'one');
    await keep(1, 'spent');

    expect(await claim(SERIES, 'two')).toEqual({ number: 2, kind: 'mine' });
  });

  it.each([
    ['tenant', { tenant: 'other' }],
    ['pattern', { patternId: 'p-2' }],
    ['evidence', { evidence: 'f' }],
    ['writer', { writer: 'extractive' }],
  ])('keeps the drafts of another %s apart', async (_, other) => {
    const { claim } = await setup();
    await claim(SERIES, 'one');

    expect(await claim({ ...SERIES, ...other }, 'two')).toEqual({ number: 1, kind: 'mine' });
  });
});
