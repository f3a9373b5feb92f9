import { Duration } from 'aws-cdk-lib';
import { GraphWidget, type IWidget, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Settings } from '#config/schema.ts';
import { fullName } from './full-name.ts';
import { API_STAGE } from './rest-api.ts';

const PERIOD = Duration.minutes(1);

/** The dashboard's upper part: how the API answers, searches run, and records get in. */
export const serviceWidgets = (settings: Settings): IWidget[][] => {
  const api = (metricName: string, statistic: string, label: string) =>
    new Metric({
      namespace: 'AWS/ApiGateway',
      metricName,
      dimensionsMap: { ApiName: fullName(settings), Stage: API_STAGE },
      statistic,
      period: PERIOD,
      label,
    });
  const searches = (statistic: string) =>
    new Metric({
      namespace: 'Caselore',
      metricName: 'SearchDuration',
      dimensionsMap: { service: 'search', engine: settings.search.engine },
      statistic,
      period: PERIOD,
      label: statistic,
    });
  return [
    [
      graph('Requests', [
        api('Count', 'Sum', 'all'),
        api('4XXError', 'Sum', 'refused'),
        api('5XXError', 'Sum', 'failed'),
      ]),
      graph(
        'Latency, milliseconds',
        ['p50', 'p95', 'p99'].map((statistic) => api('Latency', statistic, statistic)),
      ),
    ],
    [
      graph('Search in the index, milliseconds', ['p50', 'p95', 'p99'].map(searches)),
      graph('Queries with a vector remembered, and without', [
        own('EmbeddingHits', 'search', 'remembered'),
        own('EmbeddingMisses', 'search', 'computed'),
      ]),
    ],
    [
      graph('Records of imports', [
        own('RecordsWritten', 'write-segment', 'written'),
        own('RecordsUnchanged', 'write-segment', 'unchanged'),
        own('RecordsFailed', 'write-segment', 'failed'),
      ]),
      graph('Records projected into the index', [
        own('KeysProjected', 'project-changes', 'by the stream'),
        own('KeysProjected', 'repair-projection', 'by repair'),
        own('ProjectionFailures', 'project-changes', 'failed'),
      ]),
    ],
  ];
};

const own = (metricName: string, service: string, label: string, statistic = 'Sum') =>
  new Metric({
    namespace: 'Caselore',
    metricName,
    dimensionsMap: { service },
    statistic,
    period: PERIOD,
    label,
  });

const graph = (title: string, left: Metric[]): IWidget =>
  new GraphWidget({ title, left, width: 12, height: 6 });
