import { setTimeout as pause } from 'node:timers/promises';
import type { ApiClient } from '#test/support/api-client.ts';
import { percentile } from '../foundation/percentile.ts';

/** A word that no other event says, so that its search finds it alone. */
const wordOf = (n: number): string => `zq${n.toString(36)}x`;

const anEvent = (n: number) => ({
  event_id: `bench-${n}`,
  type: 'case_update',
  action: 'upsert',
  occurred_at: new Date().toISOString(),
  case: {
    id: `bench-${n}`,
    title: `Printer ${wordOf(n)} prints blank pages`,
    description: 'Since this morning every second page is white; the drum was changed last week. '.repeat(6),
    status: 'resolved',
    product: 'LaserJet 400',
  },
});

const send = async (api: ApiClient, from: number, count: number): Promise<void> => {
  const events = Array.from({ length: count }, (_, n) => anEvent(from + n));
  const { status, body } = await api.post('/api/v1/events', { events });
  const taken = status === 202 && body.results.every((one: { status: string }) => one.status === 'accepted');
  if (!taken) throw new Error(`the events were not taken: ${status} ${JSON.stringify(body)}`);
};

/** Asks until the case of an event is found; 60 s at most. */
const untilFound = async (api: ApiClient, n: number): Promise<void> => {
  const end = performance.now() + 60_000;
  while (performance.now() < end) {
    const { body } = await api.post('/api/v1/search/hybrid', {
      query: wordOf(n),
      weights: { keyword: 1, vector: 0 },
      limit: 1,
    });
    if (body.results?.[0]?.id === `bench-${n}`) return;
    await pause(5);
  }
  throw new Error(`the case of event ${n} was not found within 60 s`);
};

const rounded = (value: number): number => Math.round(value * 10) / 10;
const spread = (values: readonly number[]) => ({
  p50: rounded(percentile(values, 50)),
  p95: rounded(percentile(values, 95)),
  max: rounded(Math.max(...values)),
});

/** Events one after the other: until they are answered, and from then until their case is found by search, in milliseconds. */
export const measureSingleEvents = async (api: ApiClient, first: number, count: number) => {
  const [answered, searchable]: [number[], number[]] = [[], []];
  for (let n = first; n < first + count; n += 1) {
    const sent = performance.now();
    await send(api, n, 1);
    const taken = performance.now();
    await untilFound(api, n);
    answered.push(taken - sent);
    searchable.push(performance.now() - taken);
  }
  return { events: count, answered_ms: spread(answered), searchable_ms: spread(searchable) };
};

/** Events in full requests, one after the other: how many a second are taken, and are found until the last one is. */
export const measureBatches = async (api: ApiClient, first: number, requests: number, size: number) => {
  const started = performance.now();
  for (let request = 0; request < requests; request += 1) await send(api, first + request * size, size);
  const taken = (performance.now() - started) / 1_000;
  for (let request = requests - 1; request >= 0; request -= 1)
    await untilFound(api, first + (request + 1) * size - 1);
  const found = (performance.now() - started) / 1_000;
  const events = requests * size;
  return {
    events,
    taken_per_second: Math.round(events / taken),
    searchable_per_second: Math.round(events / found),
  };
};
