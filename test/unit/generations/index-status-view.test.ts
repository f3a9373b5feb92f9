import { describe, expect, it } from 'vitest';
import { firstState } from '#core/generations/first-state.ts';
import { indexStatusView } from '#core/generations/index-status-view.ts';
import { INDEX_VERSION } from '#core/projection/index-version.ts';

const LIVE = { model: 'm-1', dimensions: 8, generation: 1, embedder: 'one', indexVersion: INDEX_VERSION };
const now = new Date('2026-01-01T00:00:00.000Z');

describe('indexStatusView', () => {
  it.each([
    ['all is as it was', {}, {}, false],
    ['the settings name another model', {}, { model: 'm-2', embedder: 'two' }, true],
    ['the model has other dimensions', {}, { dimensions: 16 }, true],
    ['the code indexes otherwise', { indexVersion: INDEX_VERSION - 1 }, {}, true],
    ['only the number differs', { generation: 7 }, {}, false],
  ])('asks for a rebuild where it must: %s', (_when, live, configured, needed) => {
    const state = firstState({ ...LIVE, ...live });

    const view = indexStatusView(state, [], { configured: { ...LIVE, ...configured }, now });

    expect(view.rebuild_needed).toBe(needed);
  });
});
