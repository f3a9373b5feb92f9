import { demoPrincipals } from './demo-principals.ts';
import { sampleCaseSource } from './sample-case-source.ts';
import type { Settings } from './schema.ts';

/** `npm start`: the stack on one machine. */
export const local: Settings = {
  stage: 'local',
  form: 'laptop',
  account: '000000000000',
  region: 'us-east-1',
  publicUrl: 'http://localhost:8080',
  protect: false,
  logLevel: 'INFO',
  logRetentionDays: 7,
  search: { engine: 'sqlite' },
  embedder: { name: 'static' },
  // Small, for the threads of all functions share one laptop: the collector works before the heap grows.
  functions: {
    authorise: { memoryMb: 256, timeoutSeconds: 5 },
    cases: { memoryMb: 256, timeoutSeconds: 15 },
    knowledge: { memoryMb: 256, timeoutSeconds: 15 },
    events: { memoryMb: 256, timeoutSeconds: 28 },
    imports: { memoryMb: 256, timeoutSeconds: 15 },
    search: { memoryMb: 384, timeoutSeconds: 15 },
    health: { memoryMb: 256, timeoutSeconds: 10 },
    'index-admin': { memoryMb: 256, timeoutSeconds: 15 },
    'api-docs': { memoryMb: 256, timeoutSeconds: 5 },
    'split-upload': { memoryMb: 2048, timeoutSeconds: 900, maxConcurrency: 2 },
    'dispatch-segments': { memoryMb: 256, timeoutSeconds: 30, maxConcurrency: 2 },
    'write-segment': { memoryMb: 384, timeoutSeconds: 30, maxConcurrency: 4 },
    'project-changes': { memoryMb: 384, timeoutSeconds: 30 },
    'repair-projection': { memoryMb: 384, timeoutSeconds: 30, maxConcurrency: 2 },
    'verify-segment': { memoryMb: 256, timeoutSeconds: 30, maxConcurrency: 2 },
    'tend-imports': { memoryMb: 256, timeoutSeconds: 30 },
    'rebuild-index': { memoryMb: 384, timeoutSeconds: 20, maxConcurrency: 2 },
    'tend-breakers': { memoryMb: 256, timeoutSeconds: 30 },
    'aggregate-searches': { memoryMb: 256, timeoutSeconds: 30 },
    jobs: { memoryMb: 256, timeoutSeconds: 15 },
    'start-job': { memoryMb: 256, timeoutSeconds: 30 },
    'record-run': { memoryMb: 256, timeoutSeconds: 20 },
    'check-health': { memoryMb: 256, timeoutSeconds: 45 },
    'sync-cases': { memoryMb: 256, timeoutSeconds: 300 },
  },
  jobs: {
    health_check: { everyMinutes: 15, timeZone: 'UTC', graceSeconds: 30, mostInstances: 1, enabled: true },
    case_sync: { everyMinutes: 30, timeZone: 'UTC', graceSeconds: 30, mostInstances: 1, enabled: true },
  },
  caseSource: sampleCaseSource,
  metricsCacheSeconds: 5,
  stream: { windowSeconds: 0, parallelization: 2 },
  api: {
    requestsPerSecond: 10_000,
    burst: 5_000,
    importsPerSecond: 1_000,
    requestsPerAddress: 2_000_000_000,
  },
  identity: { demo: demoPrincipals },
};
