import { isResolved } from '#core/cases/is-resolved.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { KnownOutcome } from './case-ties.ts';

/** How a case ended, as it is remembered: whether it is resolved, and a hash of how. */
export const knownOutcome =
  (hasher: Hasher, resolvedStatuses: readonly string[]) =>
  (row: LivingCase): KnownOutcome => ({
    resolved: isResolved(row, resolvedStatuses),
    remedy: hasher.sha256((row.content.resolution ?? '').trim()),
  });
