import type { GenerationStore } from '#core/ports/generation-store.ts';
import type { Ids } from '#core/ports/ids.ts';
import type { GenerationsState } from './generations-state.ts';

/** A state without what counts and names its changes. */
export type ChangedGenerations = Omit<GenerationsState, 'revision' | 'change'>;

/** Tries at a state that others change meanwhile; changes are minutes apart, so the second one nearly always stands. */
const MOST_TRIES = 5;

/** Changes the state as it is now, by what `decide` makes of it; undefined leaves it, and is answered. */
export const changeGenerations = async (
  { store, ids }: { readonly store: GenerationStore; readonly ids: Ids },
  decide: (state: GenerationsState) => Promise<ChangedGenerations | undefined>,
): Promise<GenerationsState | undefined> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const state = await store.read();
    if (!state) return undefined;
    const decided = await decide(state);
    if (!decided) return undefined;
    const changed = { ...decided, revision: state.revision + 1, change: ids.next() };
    if (await store.write(changed)) return changed;
  }
  throw new Error(`the generations of the index changed ${MOST_TRIES} times meanwhile`);
};
