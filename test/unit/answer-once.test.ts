import { describe, expect, it, vi } from 'vitest';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { DomainError } from '#core/domain-error.ts';
import type { RequestClaims } from '#core/ports/request-claims.ts';
import { answerOnce } from '#core/use-cases/answer-once.ts';
import { countedIds } from '#test/support/counted-ids.ts';
import { memoryRequestClaims } from '#test/support/memory-request-claims.ts';

const KEY = { tenant: 'demo', principal: 'ada', route: 'createCase', key: 'k-1' };
const ANSWER = { status: 201, headers: {}, body: '{}' };
const START = Date.parse('2026-01-02T03:04:05.000Z');
const HOUR = 60 * 60 * 1_000;

const setup = (claims: RequestClaims = memoryRequestClaims()) => {
  let at = START;
  const once = answerOnce({
    claims,
    clock: { now: () => new Date(at) },
    ids: countedIds(),
    hasher: nodeHasher,
  });
  return { once, wait: (milliseconds: number) => void (at += milliseconds) };
};

describe('answerOnce', () => {
  it('runs the first request and gives its answer to the others for 24 hours', async () => {
    const { once, wait } = setup();
    const run = vi.fn(async () => ANSWER);

    expect(await once(KEY, 'a', run)).toEqual({ answer: ANSWER, replayed: false });
    wait(24 * HOUR - 1);
    expect(await once(KEY, 'a', run)).toEqual({ answer: ANSWER, replayed: true });
    expect(run).toHaveBeenCalledTimes(1);
    wait(1);
    expect(await once(KEY, 'b', run)).toEqual({ answer: ANSWER, replayed: false });
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('refuses the same request while it runs, and another one at any time', async () => {
    const { once } = setup();
    const { promise, resolve } = Promise.withResolvers<typeof ANSWER>();
    const first = once(KEY, 'a', () => promise);
    const never = vi.fn(async () => ANSWER);

    await expect(once(KEY, 'a', never)).rejects.toMatchObject({ code: 'idempotency_key_in_use' });
    await expect(once(KEY, 'b', never)).rejects.toMatchObject({ code: 'idempotency_key_reused' });
    resolve(ANSWER);
    await first;
    await expect(once(KEY, 'b', never)).rejects.toMatchObject({ code: 'idempotency_key_reused' });
    expect(never).not.toHaveBeenCalled();
  });

  it.each([new Error('the table is gone'), new DomainError('already_exists', 'there is one')])(
    'frees the key after %s',
    async (error) => {
      const { once } = setup();

      await expect(
        once(KEY, 'a', async () => {
          throw error;
        }),
      ).rejects.toBe(error);
      expect(await once(KEY, 'b', async () => ANSWER)).toEqual({ answer: ANSWER, replayed: false });
    },
  );

  it('lets the request run again a minute after its holder died', async () => {
    const { once, wait } = setup();
    void once(KEY, 'a', () => Promise.withResolvers<typeof ANSWER>().promise);
    const run = vi.fn(async () => ANSWER);
    wait(59_999);
    await expect(once(KEY, 'a', run)).rejects.toMatchObject({ code: 'idempotency_key_in_use' });
    wait(1);
    expect(await once(KEY, 'a', run)).toMatchObject({ replayed: false });
  });

  it('answers what was done, also when its answer cannot be kept', async () => {
    const fault = new Error('throttled');
    const { once } = setup({ ...memoryRequestClaims(), keep: () => Promise.reject(fault) });

    expect(await once(KEY, 'a', async () => ANSWER)).toEqual({
      answer: ANSWER,
      replayed: false,
      lost: fault,
    });
  });
});
