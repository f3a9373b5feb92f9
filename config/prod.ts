import { dev } from './dev.ts';
import type { Settings } from './schema.ts';

/** What customers use: protected data, a search index that never sleeps. */
export const prod: Settings = {
  ...dev,
  stage: 'prod',
  publicUrl: 'https://api.caselore.example',
  protect: true,
  logLevel: 'INFO',
  logRetentionDays: 30,
  search: {
    engine: 'opensearch',
    compression: '1x',
    capacity: { minIndexing: 2, maxIndexing: 16, minSearch: 2, maxSearch: 16 },
  },
  functions: {
    ...dev.functions,
    search: { memoryMb: 1769, timeoutSeconds: 15 },
    'split-upload': { memoryMb: 3008, timeoutSeconds: 900, maxConcurrency: 16 },
    'dispatch-segments': { memoryMb: 512, timeoutSeconds: 30, maxConcurrency: 16 },
    'write-segment': { memoryMb: 1024, timeoutSeconds: 30, maxConcurrency: 128 },
    'repair-projection': { memoryMb: 1769, timeoutSeconds: 30, maxConcurrency: 16 },
    'verify-segment': { memoryMb: 1024, timeoutSeconds: 30, maxConcurrency: 32 },
  },
  stream: { windowSeconds: 1, parallelization: 10 },
  api: { requestsPerSecond: 1_000, burst: 2_000, importsPerSecond: 20, requestsPerAddress: 50_000 },
  identity: { domainPrefix: 'caselore' },
};
