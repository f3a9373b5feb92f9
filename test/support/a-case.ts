import { CaseContent } from '#contracts/case.ts';
import type { DeletedCase, LivingCase } from '#core/cases/case-row.ts';

/** A living case of tenant `demo`; a test names only the fields it is about. */
export const aCase = (overrides: Partial<LivingCase> = {}): LivingCase => ({
  tenant: 'demo',
  id: 'c-1',
  version: 1,
  deleted: false,
  updatedAt: '2026-01-02T03:04:05.000Z',
  createdAt: '2026-01-02T03:04:05.000Z',
  contentHash: 'a'.repeat(64),
  content: CaseContent.parse({
    title: 'Printer prints blank pages',
    description: 'All pages come out white.',
  }),
  ...overrides,
});

/** The tombstone of a case of tenant `demo`. */
export const aDeletedCase = (overrides: Partial<DeletedCase> = {}): DeletedCase => ({
  tenant: 'demo',
  id: 'c-1',
  version: 2,
  deleted: true,
  updatedAt: '2026-01-03T03:04:05.000Z',
  ...overrides,
});
