import * as z from 'zod';
import { DetailedHealth } from '../health.ts';
import { Liveness } from '../liveness.ts';
import { PerformanceMetrics, PipelineMetrics } from '../metrics.ts';
import { Readiness } from '../readiness.ts';
import type { OperationContract } from './operation-contract.ts';

const live = {
  tag: 'Operations',
  summary: 'Does the service live',
  answers: { 200: { description: 'It does', body: Liveness } },
} as const satisfies OperationContract;

const ready = {
  tag: 'Operations',
  summary: 'Can the service work now',
  answers: {
    200: { description: 'What it stands on answers', body: Readiness },
    503: { description: 'A part of it does not answer', body: Readiness },
  },
} as const satisfies OperationContract;

/** Health, with and without the version in the path, and how the system does, in numbers. */
export const healthOperations = {
  getHealth: live,
  getHealthV1: live,
  getReady: ready,
  getReadyV1: ready,
  getDetailedHealth: {
    tag: 'Operations',
    summary: 'How each part of the service is',
    description: "Counts are those of the caller's tenant, at most 10 s old; null where a part did not tell.",
    answers: { 200: { description: 'Every part with its numbers', body: DetailedHealth } },
  },
  getPerformanceMetrics: {
    tag: 'Operations',
    summary: 'How fast the service answers',
    description: 'The whole service over the last minutes; null where nothing was measured.',
    answers: { 200: { description: 'Throughput, latency, errors and load', body: PerformanceMetrics } },
  },
  getPipelineMetrics: {
    tag: 'Operations',
    summary: 'How imports, queues and projection do',
    description: 'Over the last minutes; null where nothing was measured.',
    answers: { 200: { description: 'Imports, queues, projector and embeddings', body: PipelineMetrics } },
  },
  getPrometheusMetrics: {
    tag: 'Operations',
    summary: 'All numbers as Prometheus reads them',
    answers: { 200: { description: 'Text format 0.0.4', body: z.string(), mediaType: 'text/plain' } },
  },
} as const satisfies Record<string, OperationContract>;
