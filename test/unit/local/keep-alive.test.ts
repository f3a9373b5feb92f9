import { describe, expect, it, vi } from 'vitest';
import { StartRefusal } from '#local/start-refusal.ts';
import { keepAlive } from '#local/supervisor/keep-alive.ts';

const setup = async () => {
  const ends: ((how: string) => void)[] = [];
  const ending = new AbortController();
  const log: string[] = [];
  const pauses: number[] = [];
  let time = 0;
  const giveUp = vi.fn();
  const kept = await keepAlive(
    {
      name: 'sqs',
      start: async () => {
        const { promise: exited, resolve } = Promise.withResolvers<string>();
        ends.push(resolve);
        return { exited, stop: async () => resolve('signal SIGTERM'), kill: () => resolve('signal SIGKILL') };
      },
    },
    {
      now: () => new Date(time),
      pause: async (milliseconds) => {
        pauses.push(milliseconds);
        time += milliseconds;
      },
      log: (_, line) => log.push(line),
      signal: ending.signal,
      giveUp,
    },
  );
  const crash = async () => {
    ends.at(-1)!('exit code 1');
    await new Promise((resolve) => setImmediate(resolve));
  };
  const advance = (milliseconds: number) => {
    time += milliseconds;
  };
  return { advance, pauses, ends, ending, log, giveUp, kept, crash };
};

describe('keepAlive', () => {
  it('starts a service again after a crash', async () => {
    const { ends, crash, log } = await setup();

    await crash();

    expect(ends).toHaveLength(2);
    expect(log).toEqual(['ended by exit code 1; it starts again', 'answers again']);
  });

  it('gives up at the sixth crash within a minute, with one sentence', async () => {
    const { ends, crash, giveUp, pauses } = await setup();

    for (let crashes = 0; crashes < 6; crashes += 1) await crash();

    expect(ends).toHaveLength(6);
    expect(pauses).toEqual([200, 400, 800, 1600, 3200]);
    expect(giveUp).toHaveBeenCalledExactlyOnceWith(
      new StartRefusal('The sqs process ended 6 times within a minute, last by exit code 1.'),
    );
  });

  it('forgets crashes that are a minute old', async () => {
    const { crash, giveUp, advance } = await setup();

    for (let crashes = 0; crashes < 12; crashes += 1) {
      await crash();
      advance(15_000);
    }

    expect(giveUp).not.toHaveBeenCalled();
  });

  it('takes an end for an end when all is to end, also one that came just before', async () => {
    const { ends, ending, kept, log } = await setup();

    ends[0]!('signal SIGINT');
    ending.abort();
    await kept.stop();

    expect(ends).toHaveLength(1);
    expect(log).toEqual([]);
  });
});
