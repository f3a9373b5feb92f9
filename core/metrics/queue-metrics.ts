import type { QueueMetrics } from '#contracts/metrics.ts';
import type { MetricsReader } from '#core/ports/metrics-reader.ts';
import { ofEach } from './of-each.ts';
import { roundedOrNull } from './arithmetic.ts';
import type { Watched } from './watched.ts';

/** SQS reports a queue that nobody used for six hours no more; what it said last within this time counts. */
const MINUTES = 15;

/** What waits, is worked on and was given up, queue by queue. */
export const queueMetrics = async (
  metrics: MetricsReader,
  { queues, deadEnds }: Watched,
): Promise<readonly QueueMetrics[]> => {
  const read = (parts: readonly string[], measure: Parameters<typeof ofEach>[1]) =>
    metrics.read(ofEach(parts, measure, 'latest'), MINUTES);
  const [depth, inFlight, oldest, dead] = await Promise.all([
    read(queues, 'queue_visible'),
    read(queues, 'queue_in_flight'),
    read(queues, 'queue_oldest_seconds'),
    read([...queues, ...deadEnds], 'queue_dead_letters'),
  ]);
  return [...queues, ...deadEnds].map((name) => ({
    name,
    depth: roundedOrNull(depth.get(name)),
    in_flight: roundedOrNull(inFlight.get(name)),
    dead_letters: roundedOrNull(dead.get(name)),
    oldest_age_seconds: roundedOrNull(oldest.get(name)),
  }));
};
