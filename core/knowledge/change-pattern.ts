import { DomainError } from '#core/domain-error.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { PatternStore } from '#core/ports/pattern-store.ts';
import type { StoredPattern } from './stored-pattern.ts';

export type ChangePatternDeps = { patterns: Pick<PatternStore, 'find' | 'write'>; clock: Clock };

/** Grouping and writing may meet at a row; each meeting is over in a moment. */
const MOST_TRIES = 5;

const isStale = (error: unknown): boolean =>
  error instanceof DomainError && error.code === 'version_mismatch';

/** Reads a pattern, changes it and writes it, again when somebody else was quicker; one that is no more stays so. */
export const changePattern =
  ({ patterns, clock }: ChangePatternDeps) =>
  async (
    { tenant, id }: { readonly tenant: string; readonly id: string },
    next: (pattern: StoredPattern) => StoredPattern,
  ): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      const pattern = await patterns.find(tenant, id);
      if (pattern === undefined) return;
      const updatedAt = clock.now().toISOString();
      try {
        await patterns.write({ ...next(pattern), version: pattern.version + 1, updatedAt }, pattern.version);
        return;
      } catch (error) {
        if (!isStale(error) || attempt === MOST_TRIES) throw error;
      }
    }
  };
