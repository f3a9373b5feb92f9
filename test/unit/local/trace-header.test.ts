import { describe, expect, it } from 'vitest';
import { newTrace, readTrace, writeTrace } from '#local/tracing/trace-header.ts';
import { createSampling } from '#local/tracing/create-sampling.ts';

const ROOT = '1-67891233-abcdef012345678912345678';

describe('trace headers', () => {
  it.each([
    [
      `Root=${ROOT};Parent=463ac35c9f6413ad;Sampled=1`,
      { root: ROOT, parent: '463ac35c9f6413ad', sampled: true },
    ],
    [` Self=1-a; root=${ROOT} ; sampled=0`, { root: ROOT, sampled: false }],
    [`Root=${ROOT};Parent=no;Sampled=?`, { root: ROOT, sampled: false }],
    ['Root=1-2-3;Sampled=1', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('reads %s', (header, trace) => {
    expect(readTrace(header)).toEqual(trace);
  });

  it('reads what it writes', () => {
    const trace = newTrace(new Date('2026-11-22T04:30:00Z'), '0123abcd-0123-4123-8123-0123456789ab', true);

    expect(readTrace(writeTrace({ ...trace, parent: '463ac35c9f6413ad' }))).toEqual({
      ...trace,
      parent: '463ac35c9f6413ad',
    });
  });
});

describe('sampling', () => {
  it('records the share that it is told', () => {
    const chances = Array.from({ length: 100 }, (_, index) => index / 100);
    const sampling = createSampling(() => chances.shift()!);
    sampling.setShare(0.1);

    expect(Array.from({ length: 100 }, () => sampling.decide()).filter(Boolean)).toHaveLength(10);
  });
});
