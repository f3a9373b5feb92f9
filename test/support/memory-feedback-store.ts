import type { FeedbackStore } from '#core/ports/feedback-store.ts';

/** Feedback in memory, a twin of the table for unit tests. */
export const memoryFeedbackStore = (): FeedbackStore => {
  /** The hour of each search that was clicked, by tenant and search. */
  const clicked = new Map<string, string>();
  return {
    async record({ tenant, search, hour, verdict, counts }) {
      if (verdict === 'click' && counts) clicked.set(JSON.stringify([tenant, search]), `${tenant}#${hour}`);
    },
    clicksBetween: async (tenant, from, to) =>
      [...clicked.values()].filter((hour) => hour >= `${tenant}#${from}` && hour <= `${tenant}#${to}`).length,
  };
};
