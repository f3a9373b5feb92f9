import {
  GetMetricDataCommand,
  type CloudWatchClient,
  type MetricDataQuery,
  type MetricDataResult,
} from '@aws-sdk/client-cloudwatch';
import type { Clock } from '#core/ports/clock.ts';
import type { MetricQuestion, MetricsReader, Statistic } from '#core/ports/metrics-reader.ts';
import { cloudwatchMetric } from './cloudwatch-metric.ts';
import type { MetricSources } from './metric-sources.ts';

/** GetMetricData takes 500 queries. */
const QUERIES_A_CALL = 500;
const MINUTE = 60_000;

const STAT: Record<Statistic, string> = {
  sum: 'Sum',
  average: 'Average',
  maximum: 'Maximum',
  p50: 'p50',
  p95: 'p95',
  p99: 'p99',
  latest: 'Maximum',
};

/** One value for the window. CloudWatch may cut it at a period's border: sums add up, of the rest the highest counts. */
const answerOf = (statistic: Statistic, values: readonly number[]): number | undefined => {
  if (values.length === 0) return undefined;
  if (statistic === 'sum') return values.reduce((sum, value) => sum + value, 0);
  return statistic === 'latest' ? values[0] : Math.max(...values);
};

/** Metrics from CloudWatch's GetMetricData: the minute that runs and those before it. */
export const cloudwatchMetricsReader = (
  client: CloudWatchClient,
  sources: MetricSources,
  clock: Clock,
): MetricsReader => {
  const query = (question: MetricQuestion, id: number, minutes: number): MetricDataQuery => ({
    Id: `q${id}`,
    MetricStat: {
      Metric: cloudwatchMetric(sources, question),
      Period: question.statistic === 'latest' ? 60 : minutes * 60,
      Stat: STAT[question.statistic],
    },
  });

  const ask = async (queries: readonly MetricDataQuery[], minutes: number) => {
    // Up to the end of the minute that runs, so that the window is whole periods.
    const end = Math.floor(clock.now().getTime() / MINUTE) * MINUTE + MINUTE;
    const results: MetricDataResult[] = [];
    let token: string | undefined;
    do {
      const page = await client.send(
        new GetMetricDataCommand({
          MetricDataQueries: [...queries],
          StartTime: new Date(end - minutes * MINUTE),
          EndTime: new Date(end),
          ScanBy: 'TimestampDescending',
          NextToken: token,
        }),
      );
      results.push(...(page.MetricDataResults ?? []));
      token = page.NextToken;
    } while (token !== undefined);
    return results;
  };

  return {
    async read(questions, minutes) {
      const named = Object.entries(questions);
      const queries = named.map(([, question], id) => query(question, id, minutes));
      const values = new Map<string, number[]>();
      for (let done = 0; done < queries.length; done += QUERIES_A_CALL) {
        for (const { Id = '', Values = [] } of await ask(
          queries.slice(done, done + QUERIES_A_CALL),
          minutes,
        )) {
          values.set(Id, [...(values.get(Id) ?? []), ...Values]);
        }
      }
      const found = new Map<string, number>();
      for (const [id, [name, { statistic }]] of named.entries()) {
        const value = answerOf(statistic, values.get(`q${id}`) ?? []);
        if (value !== undefined) found.set(name, value);
      }
      return found;
    },
  };
};
