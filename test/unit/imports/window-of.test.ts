import { describe, expect, it } from 'vitest';
import { windowOf } from '#core/imports/window-of.ts';
import { anImport } from '#test/support/an-import.ts';

const NOW = new Date('2026-01-02T04:00:00.000Z');
const since = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000).toISOString();
const running = (overrides: Parameters<typeof anImport>[0]) =>
  anImport({ state: 'processing', startedAt: since(1), segments: 100, queuedThrough: 8, ...overrides });

describe('windowOf', () => {
  it.each([
    ['small', 8],
    ['medium', 16],
    ['large', 32],
    ['xlarge', 64],
  ] as const)('gives an import of profile %s %i segments in the queue', (profile, window) => {
    expect(windowOf(running({ profile }), [running({ id: 'i-2' })], NOW)).toBe(window);
  });

  it('lets an import of a higher priority go first, and the other only just move', () => {
    const [low, high] = [running({ priority: 'low' }), running({ id: 'i-2', priority: 'high' })];

    expect(windowOf(low, [high], NOW)).toBe(1);
    expect(windowOf(high, [low], NOW)).toBe(8);
  });

  it('waits for nobody who has no more to send', () => {
    const low = running({ priority: 'low' });

    for (const done of [{ queuedThrough: 100 }, { state: 'needs_review' as const }, { segments: undefined }])
      expect(windowOf(low, [running({ id: 'i-2', priority: 'high', ...done })], NOW)).toBe(8);
  });

  it('raises who has waited for long', () => {
    const low = running({ priority: 'low', startedAt: since(31) });

    expect(windowOf(low, [running({ id: 'i-2', priority: 'high' })], NOW)).toBe(8);
  });
});
