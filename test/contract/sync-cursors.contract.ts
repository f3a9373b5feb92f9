import { describe, expect, it } from 'vitest';
import type { SyncCursors } from '#core/ports/sync-cursors.ts';
import { NO_COUNTS, type SyncCursor } from '#core/sync/sync-cursor.ts';

const aCursor = (overrides: Partial<SyncCursor> = {}): SyncCursor => ({
  tenant: 'demo',
  version: 1,
  born: 'abc',
  fingerprint: 'f',
  runId: 'case_sync-1',
  sweep: false,
  sweptOn: '2026-03-01',
  phase: 'cases',
  since: '2026-03-01T10:00:00.000001Z',
  position: { time: '2026-03-01T09:00:00.000001Z', id: 'k#1' },
  page: undefined,
  marks: { feed: '2026-03-01T09:00:00.000001Z' },
  slice: 3,
  epoch: 2,
  open: [
    { id: 'sync-abc-00000001', epoch: 2, from: { stream: 'cases', time: '2026-03-01T09:00:00.000Z' } },
    { id: 'sync-abc-00000002', epoch: 2, from: undefined },
  ],
  rewinds: { comments: '2026-03-01T08:00:00.000Z' },
  rewound: false,
  tally: { ours: 12, lost: 1 },
  allowDeletions: true,
  counts: { ...NO_COUNTS, read: 7 },
  ...overrides,
});

/** What every SyncCursors must do. */
export const syncCursorsContract = (name: string, create: () => Promise<SyncCursors>) =>
  describe(`SyncCursors: ${name}`, () => {
    it('returns what was written, by tenant', async () => {
      const cursors = await create();

      expect(await cursors.find('demo')).toBeUndefined();
      expect(await cursors.write(aCursor())).toBe(true);
      expect(await cursors.find('demo')).toEqual(aCursor());
      expect(await cursors.find('other')).toBeUndefined();
    });

    it('takes each version once', async () => {
      const cursors = await create();
      await cursors.write(aCursor());

      expect(await cursors.write(aCursor({ slice: 9 }))).toBe(false);
      expect(await cursors.write(aCursor({ version: 2, slice: 4 }))).toBe(true);
      expect(await cursors.write(aCursor({ version: 2, slice: 5 }))).toBe(false);
      expect(await cursors.write(aCursor({ version: 4 }))).toBe(false);
      expect(await cursors.find('demo')).toEqual(aCursor({ version: 2, slice: 4 }));
    });
  });
