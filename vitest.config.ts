import { defineConfig } from 'vitest/config';

const project = (name: string, settings: Record<string, unknown> = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], ...settings },
});

export default defineConfig({
  test: {
    projects: [
      project('unit'),
      project('contract', { testTimeout: 30_000, hookTimeout: 60_000 }),
      project('infra', { testTimeout: 60_000, hookTimeout: 120_000 }),
      project('integration', { testTimeout: 120_000, hookTimeout: 180_000, fileParallelism: false }),
    ],
  },
});
