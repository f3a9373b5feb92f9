import type { SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { Breaker } from '#core/breakers/breaker.ts';
import { DomainError } from '#core/domain-error.ts';
import { createHandler } from '#lambdas/rebuild-index/handler.ts';
import { aContext } from '#test/support/an-api-event.ts';
import { noChaos } from '#test/support/import-world.ts';
import { rebuildWorld } from '#test/support/rebuild-world.ts';

const message = (body: unknown, attempt = 1): SQSEvent =>
  ({
    Records: [
      {
        messageId: 'm-1',
        body: JSON.stringify(body),
        attributes: { ApproximateReceiveCount: String(attempt), SentTimestamp: '1795321800000' },
      },
    ],
  }) as unknown as SQSEvent;
/** A breaker that lets everything through. */
const free: Breaker = { run: (call) => call() };
const done = { batchItemFailures: [] };

describe('rebuild-index', () => {
  it('goes on by messages, and again where it fell', async () => {
    const world = rebuildWorld(noChaos());
    await world.change('demo', 'c-1');
    await world.settle();
    const { building } = await world.start();
    const handler = createHandler({ ...world.ports, breaker: free });
    const first = { kind: 'advance', generation: 2, round: 0, started_at: building?.startedAt };
    world.clock.advance(60_000);

    expect(await handler(message(first), aContext())).toEqual(done);
    const walk = { kind: 'walk', generation: 2, round: 1, lane: 0, step: 0 };
    expect(await handler(message(walk), aContext())).toEqual(done);
    const steps = (await world.lanes.find({ generation: 2, round: 1, lane: 0 }))?.steps;
    expect(steps).toBeGreaterThan(0);
    expect(await handler(message(walk), aContext())).toEqual(done);
    expect((await world.lanes.find({ generation: 2, round: 1, lane: 0 }))?.steps).toBe(steps);
  });

  it('gives back what is no message of a rebuild', async () => {
    const handler = createHandler({ ...rebuildWorld(noChaos()).ports, breaker: free });

    expect(await handler(message({ kind: 'walk' }), aContext())).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm-1' }],
    });
  });

  it('asks the breaker of the index before it walks, and for nothing else', async () => {
    const out: Breaker = { run: () => Promise.reject(new DomainError('unavailable', 'out')) };
    const handler = createHandler({ ...rebuildWorld(noChaos()).ports, breaker: out });
    const walk = { kind: 'walk', generation: 2, round: 1, lane: 0, step: 0 };

    expect(await handler(message(walk), aContext())).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm-1' }],
    });
    expect(await handler(message({ kind: 'drop', generation: 2 }), aContext())).toEqual(done);
  });
});
