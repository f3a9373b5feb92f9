import * as z from 'zod';
import { CloudwatchError } from './cloudwatch-error.ts';
import type { MetricStore } from './create-metric-store.ts';
import { STATISTIC } from './distribution.ts';

const Dimension = z.object({ Name: z.string().min(1), Value: z.string().min(1) });

const MetricStat = z.object({
  Metric: z.object({
    Namespace: z.string().min(1),
    MetricName: z.string().min(1),
    Dimensions: z.array(Dimension).max(30).default([]),
  }),
  // Our metrics are of standard resolution, whole minutes.
  Period: z.int().positive().multipleOf(60),
  Stat: z.string().regex(STATISTIC),
});

const Query = z.strictObject({
  Id: z.string().regex(/^[a-z]\w{0,254}$/),
  MetricStat,
  Label: z.string().optional(),
  ReturnData: z.boolean().default(true),
});

const Request = z
  .strictObject({
    MetricDataQueries: z.array(Query).min(1).max(500),
    // AWS JSON 1.0 writes times as seconds of the epoch.
    StartTime: z.number(),
    EndTime: z.number(),
    ScanBy: z.enum(['TimestampAscending', 'TimestampDescending']).default('TimestampDescending'),
    MaxDatapoints: z.int().positive().max(100_800).optional(),
  })
  .refine(({ StartTime, EndTime }) => StartTime < EndTime, {
    error: 'StartTime must be less than EndTime',
    path: ['StartTime'],
  })
  .refine(({ MetricDataQueries: queries }) => new Set(queries.map(({ Id }) => Id)).size === queries.length, {
    error: 'the ids of queries must differ',
    path: ['MetricDataQueries'],
  });

/** Answers GetMetricData for metrics by name; expressions, which no function of ours uses, are refused. */
export const getMetricData = (store: MetricStore, input: unknown) => {
  const parsed = Request.safeParse(input);
  if (!parsed.success) throw new CloudwatchError('ValidationException', z.prettifyError(parsed.error));
  const { MetricDataQueries, StartTime, EndTime, ScanBy } = parsed.data;
  return {
    MetricDataResults: MetricDataQueries.filter(({ ReturnData }) => ReturnData).map(
      ({ Id, Label, MetricStat: { Metric, Period, Stat } }) => {
        const values = store.read({
          namespace: Metric.Namespace,
          name: Metric.MetricName,
          dimensions: Object.fromEntries(Metric.Dimensions.map(({ Name, Value }) => [Name, Value])),
          statistic: Stat,
          periodSeconds: Period,
          from: StartTime * 1000,
          to: EndTime * 1000,
        });
        const inOrder = ScanBy === 'TimestampAscending' ? values : values.toReversed();
        return {
          Id,
          Label: Label ?? Metric.MetricName,
          Timestamps: inOrder.map(({ at }) => at / 1000),
          Values: inOrder.map(({ value }) => value),
          StatusCode: 'Complete',
        };
      },
    ),
    Messages: [],
  };
};
