import type { GenerationsState } from '#core/generations/generations-state.ts';
import type { GenerationStore } from '#core/ports/generation-store.ts';

/** The state of the generations in memory, a twin of the table for unit tests. */
export const memoryGenerationStore = (): GenerationStore => {
  let state: GenerationsState | undefined;
  return {
    read: async () => state,
    async write(next) {
      if (state?.revision === next.revision && state.change === next.change) return true;
      if ((state?.revision ?? 0) !== next.revision - 1) return false;
      state = next;
      return true;
    },
  };
};
