import { describe, expect, it } from 'vitest';
import type { Feedback, FeedbackStore } from '#core/ports/feedback-store.ts';

const aClick = (overrides: Partial<Feedback> = {}): Feedback => ({
  tenant: 'demo',
  principal: 'ada',
  search: 's-1',
  hour: '2026-03-01T12',
  counts: true,
  resultId: 'c-1',
  verdict: 'click',
  position: 1,
  at: new Date('2026-03-01T12:30:00Z'),
  ...overrides,
});

/** What every store of feedback must do; `create` makes an empty one. */
export const feedbackStoreContract = (name: string, create: () => Promise<FeedbackStore>): void => {
  describe(`FeedbackStore: ${name}`, () => {
    const clicks = async (store: FeedbackStore, tenant = 'demo') =>
      store.clicksBetween(tenant, '2026-03-01T12', '2026-03-01T13');

    it('counts a search that is clicked once, whoever clicks what how often', async () => {
      const store = await create();
      expect(await clicks(store)).toBe(0);

      await store.record(aClick());
      await store.record(aClick());
      await store.record(aClick({ principal: 'bob' }));
      await store.record(aClick({ resultId: 'c-2', position: undefined }));

      expect(await clicks(store)).toBe(1);
      expect(await clicks(store, 'other')).toBe(0);
    });

    it('counts by the hour of the search', async () => {
      const store = await create();
      await store.record(aClick());
      await store.record(aClick({ search: 's-2', hour: '2026-03-01T13' }));
      await store.record(aClick({ search: 's-3', hour: '2026-03-01T14' }));

      expect(await clicks(store)).toBe(2);
    });

    it('counts neither other verdicts nor clicks on following pages', async () => {
      const store = await create();
      for (const verdict of ['helpful', 'not_helpful', 'resolved'] as const) {
        await store.record(aClick({ verdict }));
      }
      await store.record(aClick({ counts: false }));

      expect(await clicks(store)).toBe(0);
    });
  });
};
