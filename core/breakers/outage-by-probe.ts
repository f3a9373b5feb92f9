import { DomainError } from '#core/domain-error.ts';
import { failsToo } from './fails-too.ts';

/**
 * Tells an outage from one bad call: who failed says so itself (`unavailable`), or fails a small call too. Without
 * this, one record that can never be indexed would stop all others.
 */
export const outageByProbe =
  (probe: () => Promise<unknown>) =>
  async (error: unknown): Promise<boolean> => {
    if (error instanceof DomainError && error.code === 'unavailable') return true;
    return failsToo(probe)();
  };
