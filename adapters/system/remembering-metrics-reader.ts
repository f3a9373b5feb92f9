import type { Clock } from '#core/ports/clock.ts';
import type { MetricsReader } from '#core/ports/metrics-reader.ts';
import { remembered } from './remembered.ts';

/** Asks the same questions once in so many seconds only: CloudWatch is paid by metric. */
export const rememberingMetricsReader = (
  reader: MetricsReader,
  settings: { readonly seconds: number; readonly clock: Clock },
): MetricsReader => {
  const remember = remembered<ReadonlyMap<string, number>>(settings);
  return {
    read: (questions, minutes) =>
      remember(JSON.stringify([questions, minutes]), () => reader.read(questions, minutes)),
  };
};
