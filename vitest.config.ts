import { defineConfig } from 'vitest/config';

/** Functions log and count as they do in the cloud; in tests nobody reads it. */
const env = {
  POWERTOOLS_SERVICE_NAME: 'test',
  POWERTOOLS_METRICS_NAMESPACE: 'Caselore',
  POWERTOOLS_METRICS_DISABLED: 'true',
  POWERTOOLS_LOG_LEVEL: 'SILENT',
};

const project = (name: string, settings: Record<string, unknown> = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], env, ...settings },
});

/** Where continuous integration wants the totals, if anywhere. */
const report = process.env['CASELORE_TEST_REPORT'];

export default defineConfig({
  test: {
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    projects: [
      project('unit'),
      project('contract', { testTimeout: 30_000, hookTimeout: 60_000 }),
      // Templates are synthesised once for all files.
      project('infra', { testTimeout: 60_000, hookTimeout: 120_000, isolate: false }),
      project('emulators', { testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false }),
      project('integration', {
        testTimeout: 120_000,
        hookTimeout: 180_000,
        fileParallelism: false,
        globalSetup: ['test/support/shared-stack.ts'],
      }),
      // On a real OpenSearch, which needs Java and Maven: `npm run test:opensearch`.
      project('opensearch', {
        testTimeout: 60_000,
        hookTimeout: 700_000,
        fileParallelism: false,
        globalSetup: ['test/opensearch/server.ts'],
      }),
    ],
  },
});
