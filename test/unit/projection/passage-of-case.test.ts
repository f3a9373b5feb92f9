import { describe, expect, it } from 'vitest';
import { passageOfCase } from '#core/projection/passage-of-case.ts';
import { weightedVector } from '#core/projection/weighted-vector.ts';
import { MATCH_START } from '#core/search/match-marks.ts';
import { aCase } from '#test/support/a-case.ts';

const item = (body: string) =>
  ({ id: body, type: 'comment', body, created_at: '2026-01-01T00:00:00.000Z' }) as const;

describe('passageOfCase', () => {
  it('says description, resolution and feed, in that order', () => {
    const { text } = passageOfCase(
      aCase({
        content: {
          description: 'd',
          resolution: 'r',
          status: 'open',
          feed: [item('one'), item(' '), item('two')],
        },
      }),
    );

    expect(text).toBe('d\n\nr\n\none\n\ntwo');
  });

  it('is whole for a case of a title alone', () => {
    const passage = passageOfCase(aCase({ content: { title: 't', status: 'open', tags: ['x'] } }));

    expect(passage).toMatchObject({
      kind: 'case',
      title: 't',
      text: '',
      tags: ['x'],
      status: 'open',
      version: 1,
    });
  });

  it('keeps the marks of matches out, and a text within bounds', () => {
    const { title, text } = passageOfCase(
      aCase({ content: { title: `a${MATCH_START}b`, description: 'x'.repeat(300_000), status: 'open' } }),
    );

    expect([title, text.length]).toEqual(['a b', 250_000]);
  });
});

describe('weightedVector', () => {
  it('weighs its parts, and has length 1', () => {
    const vector = weightedVector([
      { vector: new Float32Array([1, 0]), weight: 1 },
      { vector: new Float32Array([0, 1]), weight: 0.5 },
      { vector: undefined, weight: 7 },
    ]);

    expect([...(vector ?? [])]).toEqual([
      expect.closeTo(2 / Math.sqrt(5), 6),
      expect.closeTo(1 / Math.sqrt(5), 6),
    ]);
  });

  it('is none where nothing is said', () => {
    expect(weightedVector([{ vector: new Float32Array(2), weight: 1 }])).toBeUndefined();
  });
});
