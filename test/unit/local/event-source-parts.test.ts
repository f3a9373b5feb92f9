import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchOutcome } from '#local/event-sources/batch-outcome.ts';
import { createChance, shuffle } from '#local/event-sources/chance.ts';
import { createLanes } from '#local/event-sources/create-lanes.ts';
import { createWatermark } from '#local/event-sources/watermark.ts';

describe('createWatermark', () => {
  it('stands before the first open record, whatever the order of finishing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(30), { maxLength: 31 }), (order) => {
        const watermark = createWatermark<number>();
        const done = Array.from({ length: 31 }, (_, index) => watermark.add(index));
        for (const index of order) done[index]!();
        const firstOpen = done.findIndex((_, index) => !order.includes(index));
        const expected = firstOpen < 0 ? 30 : firstOpen - 1;
        expect(watermark.position()).toBe(expected < 0 ? undefined : expected);
      }),
    );
  });
});

describe('createLanes', () => {
  it('works on a key in order and on at most so many batches at once', async () => {
    const seen: string[] = [];
    let [running, most] = [0, 0];
    const lanes = createLanes<string>({ count: 3, batchSize: 4, windowMs: 0 }, async (items) => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      seen.push(...items);
      running -= 1;
    });
    for (let index = 0; index < 60; index += 1) lanes.add(`key ${index % 6}`, `${index % 6} ${index}`);
    await lanes.untilBelow(1);

    const ofOne = seen.filter((item) => item.startsWith('2 ')).map((item) => Number(item.split(' ')[1]));
    expect(seen).toHaveLength(60);
    expect(ofOne).toEqual(ofOne.toSorted((one, other) => one - other));
    expect(most).toBeLessThanOrEqual(3);
  });

  const gathering = (windowMs: number) => {
    const batches: (readonly string[])[] = [];
    const lanes = createLanes<string>({ count: 1, batchSize: 3, windowMs }, async (items) => {
      batches.push(items);
    });
    return { batches, lanes };
  };

  it('gathers what comes within the window', async () => {
    const { batches, lanes } = gathering(20);
    lanes.add('one', 'a');
    await new Promise(setImmediate);
    lanes.add('other', 'b');
    await lanes.untilBelow(1);

    expect(batches).toEqual([['a', 'b']]);
  });

  it('does not wait for the window when a batch is full', async () => {
    const { batches, lanes } = gathering(3_600_000);
    lanes.add('one', 'a');
    await new Promise(setImmediate);
    for (const item of ['b', 'c']) lanes.add('one', item);
    await lanes.untilBelow(1);

    expect(batches).toEqual([['a', 'b', 'c']]);
  });
});

describe('chance', () => {
  it('is the same for a seed and loses nothing in shuffling', () => {
    const items = Array.from({ length: 50 }, (_, index) => index);
    const [one, other] = [shuffle(items, createChance(7)), shuffle(items, createChance(7))];

    expect(one).toEqual(other);
    expect(one).not.toEqual(items);
    expect(one.toSorted((left, right) => left - right)).toEqual(items);
    const numbers = Array.from({ length: 10_000 }, createChance(1));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(numbers.filter((number) => number < 0.01).length).toBeGreaterThan(60);
  });
});

describe('batchOutcome', () => {
  const ok = (payload: unknown) => ({ ok: true, payload }) as const;

  it.each([
    ['no answer', undefined],
    ['null', null],
    ['an empty answer', {}],
    ['an empty list', { batchItemFailures: [] }],
  ])('takes %s as success', (_, payload) => {
    expect(batchOutcome(ok(payload), ['a'], true)).toEqual({ kind: 'done', failed: [] });
  });

  it.each([
    ['text', 'done'],
    ['an item without name', { batchItemFailures: [{ itemIdentifier: 1 }] }],
    ['an item that was not sent', { batchItemFailures: [{ itemIdentifier: 'b' }] }],
  ])('takes %s as failure of all', (_, payload) => {
    expect(batchOutcome(ok(payload), ['a'], true).kind).toBe('error');
    expect(batchOutcome(ok(payload), ['a'], false).kind).toBe('done');
  });
});
