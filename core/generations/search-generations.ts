import type { Clock } from '#core/ports/clock.ts';
import type { GenerationStore } from '#core/ports/generation-store.ts';
import type { SearchGenerations, SearchTarget } from '#core/ports/search-generations.ts';
import { indexNameText } from '#core/search/index-name.ts';
import { firstState } from './first-state.ts';
import type { Generation } from './generation.ts';
import type { GenerationsState } from './generations-state.ts';

export type SearchGenerationsDeps = {
  readonly store: GenerationStore;
  /** What begins where nothing was ever indexed. */
  readonly first: Generation;
  /** Opens index and model of a generation; called once for each. */
  readonly open: (generation: Generation) => Promise<SearchTarget>;
  readonly clock: Clock;
};

/** An instance may know an old state for so long; a generation that was left is written to for much longer. */
const KNOWN_MILLISECONDS = 1_000;

const keptOf = ({ live, building, retired }: GenerationsState): ReadonlySet<string> =>
  new Set([live, ...(building ? [building] : []), ...retired].map(indexNameText));

/** The generations as a store has them, each opened once and let go when it is no more. */
export const searchGenerations = ({
  store,
  first,
  open,
  clock,
}: SearchGenerationsDeps): SearchGenerations => {
  const opened = new Map<string, Promise<SearchTarget>>();
  let known: { readonly until: number; readonly state: Promise<GenerationsState> } | undefined;

  const target = async (generation: Generation): Promise<SearchTarget> => {
    const name = indexNameText(generation);
    const opening = opened.get(name) ?? open(generation);
    opened.set(name, opening);
    try {
      return await opening;
    } catch (error) {
      opened.delete(name);
      throw error;
    }
  };
  const closeOthers = (state: GenerationsState): GenerationsState => {
    const kept = keptOf(state);
    for (const name of opened.keys()) if (!kept.has(name)) opened.delete(name);
    return state;
  };
  const read = async (): Promise<GenerationsState> => closeOthers((await store.read()) ?? firstState(first));

  /** Who writes makes the first state stand, so that a later setting cannot make readers look elsewhere. */
  const readOrBegin = async (): Promise<GenerationsState> => {
    const state = await store.read();
    if (state) return closeOthers(state);
    await store.write(firstState(first));
    return read();
  };

  return {
    async live() {
      const now = clock.now().getTime();
      if (!known || known.until <= now) known = { until: now + KNOWN_MILLISECONDS, state: read() };
      const asked = known;
      try {
        return await target((await asked.state).live);
      } catch (error) {
        if (known === asked) known = undefined;
        throw error;
      }
    },
    async written() {
      const { live, building, retired } = await readOrBegin();
      const now = clock.now().toISOString();
      const left = retired.filter(({ writtenUntil }) => writtenUntil > now);
      return Promise.all([...left, ...(building ? [building] : []), live].map(target));
    },
  };
};
