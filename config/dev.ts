import type { Settings } from './schema.ts';

/** A shared environment to try things in: scales to zero, may be deleted whole. */
export const dev: Settings = {
  stage: 'dev',
  form: 'cloud',
  region: 'us-east-1',
  publicUrl: 'https://api.dev.caselore.example',
  protect: false,
  logLevel: 'DEBUG',
  logRetentionDays: 7,
  search: {
    engine: 'opensearch',
    compression: '1x',
    capacity: { minIndexing: 0, maxIndexing: 4, minSearch: 0, maxSearch: 4 },
  },
  embedder: { name: 'static' },
  functions: {
    authorise: { memoryMb: 512, timeoutSeconds: 5 },
    cases: { memoryMb: 1024, timeoutSeconds: 15 },
    knowledge: { memoryMb: 1024, timeoutSeconds: 15 },
    // A hundred events that meet other writers wait for them; the gateway waits 29 s.
    events: { memoryMb: 1024, timeoutSeconds: 28 },
    imports: { memoryMb: 1024, timeoutSeconds: 15 },
    // An index that sleeps takes 10 to 30 s to wake; the gateway waits 29 s.
    search: { memoryMb: 1536, timeoutSeconds: 28 },
    health: { memoryMb: 512, timeoutSeconds: 10 },
    'index-admin': { memoryMb: 512, timeoutSeconds: 15 },
    'api-docs': { memoryMb: 256, timeoutSeconds: 5 },
    'split-upload': { memoryMb: 3008, timeoutSeconds: 900, maxConcurrency: 4 },
    'dispatch-segments': { memoryMb: 512, timeoutSeconds: 30, maxConcurrency: 4 },
    'write-segment': { memoryMb: 1024, timeoutSeconds: 30, maxConcurrency: 16 },
    'project-changes': { memoryMb: 1769, timeoutSeconds: 30 },
    'repair-projection': { memoryMb: 1769, timeoutSeconds: 30, maxConcurrency: 4 },
    'verify-segment': { memoryMb: 1024, timeoutSeconds: 30, maxConcurrency: 8 },
    'tend-imports': { memoryMb: 512, timeoutSeconds: 30 },
    'rebuild-index': { memoryMb: 1769, timeoutSeconds: 60, maxConcurrency: 4 },
    'tend-breakers': { memoryMb: 512, timeoutSeconds: 30 },
    'aggregate-searches': { memoryMb: 512, timeoutSeconds: 30 },
    jobs: { memoryMb: 512, timeoutSeconds: 15 },
    'start-job': { memoryMb: 512, timeoutSeconds: 30 },
    'record-run': { memoryMb: 512, timeoutSeconds: 20 },
    'check-health': { memoryMb: 512, timeoutSeconds: 45 },
    'sync-cases': { memoryMb: 512, timeoutSeconds: 300 },
  },
  jobs: {
    health_check: { everyMinutes: 15, timeZone: 'UTC', graceSeconds: 30, mostInstances: 1, enabled: true },
    case_sync: { everyMinutes: 30, timeZone: 'UTC', graceSeconds: 30, mostInstances: 1, enabled: true },
  },
  metricsCacheSeconds: 60,
  stream: { windowSeconds: 1, parallelization: 2 },
  api: { requestsPerSecond: 100, burst: 200, importsPerSecond: 5, requestsPerAddress: 5_000 },
  identity: { domainPrefix: 'caselore-dev' },
};
