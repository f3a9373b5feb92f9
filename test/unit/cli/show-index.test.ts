import { describe, expect, it } from 'vitest';
import type { IndexStatus } from '#client/operations.ts';
import { showIndex } from '#cli/show-index.ts';
import { openTerminal } from '#cli/terminal.ts';
import { rebuildLine } from '#cli/watch-rebuild.ts';

const live = { generation: 1, model: 'm-1', dimensions: 8, embedder: 'static', index_version: 1 };
const rebuild = {
  ...live,
  generation: 2,
  state: 'copying' as const,
  round: 1,
  started_at: '2026-01-01T00:00:00.000Z',
  progress: { done: 2_500, total: 10_000, percent: 25, seconds_left: 75 },
  error: null,
};

describe('rebuildLine', () => {
  it('says how far it is and how long it takes', () => {
    expect(rebuildLine(rebuild)).toBe(
      'Copying     ██████░░░░░░░░░░░░░░░░░░   25 %  2,500 of 10,000  1 min 15 s left',
    );
  });

  it('says what it met, and no time that nobody knows', () => {
    const progress = { ...rebuild.progress, seconds_left: null };

    expect(rebuildLine({ ...rebuild, progress, error: 'TimeoutError' })).toMatch(
      /10,000 {2}tries again after TimeoutError$/,
    );
  });
});

describe('showIndex', () => {
  it('shows what is searched, built and left, and how the last rebuild ended', () => {
    let shown = '';
    const out = { write: (text: string) => (shown += text) };
    const status: IndexStatus = {
      live,
      rebuild_needed: true,
      rebuild,
      retired: [{ ...live, generation: 0, written_until: '2026-01-01T00:00:00.000Z' }],
      last_rebuild: {
        generation: 1,
        outcome: 'completed',
        started_at: '2026-01-01T00:00:00.000Z',
        finished_at: '2026-01-01T00:01:00.000Z',
      },
    };

    showIndex(openTerminal(out, out, {}), status);

    expect(shown.split('\n')).toEqual([
      'Searched: generation 1, m-1',
      'Settings or code ask for a rebuild',
      'Being built: generation 2, m-1',
      expect.stringMatching(/^ {2}Copying .* 25 %/),
      'Left: generation 0, m-1',
      'Last rebuild: generation 1, completed, 2026-01-01T00:01:00.000Z',
      '',
    ]);
  });
});
