import type { ApiClient } from '#test/support/api-client.ts';
import { percentile } from './percentile.ts';
import type { Ticket } from './read-tickets.ts';

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Searches each ticket by its title, `clients` at a time: how often it is among the first ten, and how long the answers took. */
export const measureSearch = async (api: ApiClient, tickets: readonly Ticket[], clients: number) => {
  const latencies: number[] = [];
  const ranks: number[] = [];
  const open = [...tickets];
  const started = performance.now();
  const client = async (): Promise<void> => {
    for (let ticket = open.pop(); ticket; ticket = open.pop()) {
      const { id, title } = ticket;
      const asked = performance.now();
      const { status, body } = await api.post('/api/v1/search/hybrid', { query: title });
      latencies.push(performance.now() - asked);
      if (status !== 200) throw new Error(`"${title}": ${status} ${JSON.stringify(body)}`);
      ranks.push(body.results.findIndex((result: { id: string }) => result.id === id) + 1);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - started) / 1_000;
  return {
    clients,
    queries: ranks.length,
    found_in_first_ten: rounded(ranks.filter((rank) => rank > 0).length / ranks.length),
    mean_reciprocal_rank: rounded(
      ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length,
    ),
    per_second: Math.round(ranks.length / seconds),
    latency_ms: {
      p50: rounded(percentile(latencies, 50)),
      p95: rounded(percentile(latencies, 95)),
      p99: rounded(percentile(latencies, 99)),
    },
  };
};
