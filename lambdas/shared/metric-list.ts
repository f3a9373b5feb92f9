import { MetricUnit } from '@aws-lambda-powertools/metrics';

/** Every metric that functions publish, with its unit; docs/metrics.md says what each tells. Each costs money for each function that publishes it. */
export const METRICS = {
  Requests: MetricUnit.Count,
  RequestFaults: MetricUnit.Count,
  RequestDuration: MetricUnit.Milliseconds,
  CallersAllowed: MetricUnit.Count,
  CallersRefused: MetricUnit.Count,
  MessagesHandled: MetricUnit.Count,
  MessagesFailed: MetricUnit.Count,
  MessageDuration: MetricUnit.Milliseconds,
  MessageWait: MetricUnit.Milliseconds,
  KeysProjected: MetricUnit.Count,
  ProjectionFailures: MetricUnit.Count,
  ProjectionLag: MetricUnit.Milliseconds,
  ProjectionDuration: MetricUnit.Milliseconds,
  TasksStarted: MetricUnit.Count,
  RunsNotStarted: MetricUnit.Count,
  ComponentsUnhealthy: MetricUnit.Count,
  LogLinesRead: MetricUnit.Count,
  RecordsWritten: MetricUnit.Count,
  RecordsUnchanged: MetricUnit.Count,
  RecordsFailed: MetricUnit.Count,
  CasesSynced: MetricUnit.Count,
  CasesReopened: MetricUnit.Count,
  EmbeddingHits: MetricUnit.Count,
  EmbeddingMisses: MetricUnit.Count,
  EmbeddingTokens: MetricUnit.Count,
  EmbeddingCost: MetricUnit.NoUnit,
  TextsShortened: MetricUnit.Count,
  PassagesRebuilt: MetricUnit.Count,
  StalePassages: MetricUnit.Count,
  PassagesMended: MetricUnit.Count,
  SearchDuration: MetricUnit.Milliseconds,
  BreakerOpen: MetricUnit.Count,
  MemoryUsed: MetricUnit.Megabytes,
  CpuUsed: MetricUnit.Percent,
} as const;

/** The name of a metric, a closed list. */
export type MetricName = keyof typeof METRICS;
