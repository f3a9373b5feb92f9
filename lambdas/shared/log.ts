import { correlation } from './correlation.ts';
import { LOG_EVENTS, type LogEventCode, type LogFields } from './log-events.ts';
import { logger } from './logger.ts';

/** Logs one event of the catalogue, with its fields and the ids that are bound here. */
export const log = <Code extends LogEventCode>(code: Code, fields: LogFields<Code>): void => {
  const { trace_sampled: _sampled, ...ids } = correlation();
  logger[LOG_EVENTS[code].level](code, { ...ids, ...fields });
};
