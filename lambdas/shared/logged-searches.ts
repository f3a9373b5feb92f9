import { Logger } from '@aws-lambda-powertools/logger';
import type { SearchLog } from '#core/ports/search-log.ts';
import type { LogEventCode } from './log-events.ts';

const CODE = 'SEARCH_COMPLETED' satisfies LogEventCode;

/** Records searches in the function's log, whatever level the environment logs at: the statistics are made from these lines. */
export const loggedSearches = (): SearchLog => {
  const logger = new Logger({ logLevel: 'INFO' });
  return { record: (search) => logger.info(CODE, { search }) };
};
