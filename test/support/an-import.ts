import type { ImportRow } from '#core/imports/import-row.ts';

/** An import of tenant `demo` that awaits its upload; a test names only the fields it is about. */
export const anImport = (overrides: Partial<ImportRow> = {}): ImportRow => ({
  tenant: 'demo',
  id: 'i-1',
  state: 'awaiting_upload',
  format: 'jsonl',
  compression: 'none',
  profile: 'small',
  profileFixed: false,
  priority: 'normal',
  errorThreshold: 0.05,
  createdAt: '2026-01-02T03:00:00.000Z',
  linkExpiresAt: '2026-01-02T04:00:00.000Z',
  scannedBytes: 0,
  received: 0,
  rejected: 0,
  queuedThrough: 0,
  workedSegments: 0,
  verifiedSegments: 0,
  indexed: 0,
  unchanged: 0,
  failed: 0,
  stalledTicks: 0,
  ...overrides,
});
