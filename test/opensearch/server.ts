import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { missingForOpenSearch } from '../../scripts/opensearch/lay-out.ts';
import { startOpenSearch } from '../../scripts/opensearch/start.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Undefined where OpenSearch cannot run; the tests then are skipped. */
    openSearchUrl: string | undefined;
  }
}

/** Starts one real OpenSearch for all files of its tests (vitest's global set-up). */
export const setup = async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
  const missing = missingForOpenSearch();
  if (missing !== undefined) {
    process.stderr.write(`OPENSEARCH TESTS SKIPPED: ${missing}\n`);
    project.provide('openSearchUrl', undefined);
    return undefined;
  }
  const server = await startOpenSearch({ layout: join(import.meta.dirname, '../../.opensearch') });
  project.provide('openSearchUrl', server.url);
  return server.stop;
};
