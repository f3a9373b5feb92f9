import { local } from './local.ts';
import type { Settings } from './schema.ts';

/** The laptop form with short timeouts, so that runs with injected faults are quick; what changes cases or the index by the clock would come between. */
export const test: Settings = {
  ...local,
  stage: 'test',
  logLevel: 'WARN',
  metricsCacheSeconds: 1,
  jobs: {
    ...local.jobs,
    case_sync: { ...local.jobs.case_sync, enabled: false },
    vectorization: { ...local.jobs.vectorization, enabled: false },
  },
  functions: {
    ...local.functions,
    'split-upload': { memoryMb: 2048, timeoutSeconds: 60, maxConcurrency: 2 },
    'dispatch-segments': { memoryMb: 256, timeoutSeconds: 2, maxConcurrency: 2 },
    'write-segment': { memoryMb: 512, timeoutSeconds: 2, maxConcurrency: 4 },
    'repair-projection': { memoryMb: 1024, timeoutSeconds: 2, maxConcurrency: 2 },
    'rebuild-index': { memoryMb: 384, timeoutSeconds: 3, maxConcurrency: 2 },
    'verify-segment': { memoryMb: 512, timeoutSeconds: 2, maxConcurrency: 2 },
  },
};
