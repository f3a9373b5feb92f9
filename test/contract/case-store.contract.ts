import type { CaseStore } from '#core/ports/case-store.ts';
import { aCase } from '#test/support/a-case.ts';
import { recordStoreContract } from './record-store.contract.ts';

/** What every case store must do. */
export const caseStoreContract = (name: string, create: () => Promise<CaseStore>): void =>
  recordStoreContract(`cases in ${name}`, create, {
    living: (overrides = {}) => {
      const row = aCase();
      return { ...row, ...overrides, content: row.content };
    },
    whole: aCase({
      id: 'weird id/äöü#%2F?',
      sourceUpdatedAt: '2026-01-01T00:00:00.000Z',
      lineage: { import_id: 'i', line: 3, source_hash: 'h', pipeline_version: '1' },
      content: {
        title: 't',
        status: 'open',
        tags: ['a', ''],
        attributes: {
          n: 1.5,
          big: 12_345_678_901_234_567_000,
          small: 1e-200,
          deep: { list: [null, true, 'x'] },
        },
        feed: [{ id: 'f', type: 'note', body: 'b', created_at: '2026-01-02T00:00:00.000Z' }],
      },
    }),
    overlong: aCase({ content: { title: 'x'.repeat(900), status: 'i̇'.repeat(200) } }),
    large: aCase({
      content: {
        title: 'long',
        status: 'open',
        description: 'ä'.repeat(100_000),
        resolution: '€'.repeat(100_000),
      },
    }),
  });
