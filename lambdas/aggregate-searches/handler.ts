import { SearchLogLine } from '#contracts/search-event.ts';
import { aggregateSearches, type AggregateSearchesDeps } from '#core/use-cases/aggregate-searches.ts';
import { eachLogLine } from '#lambdas/shared/each-log-line.ts';

/** Counts the searches that the log of the search function tells of. */
export const createHandler = (deps: AggregateSearchesDeps) => {
  const aggregate = aggregateSearches(deps);
  return eachLogLine(SearchLogLine, async (lines) => aggregate(lines.map(({ search }) => search)));
};
