import type { FaultLog } from '#core/ports/fault-log.ts';
import { logger } from './logger.ts';

/** Records faults as error lines of the function's log. */
export const loggedFaults: FaultLog = { record: (event, detail) => logger.error(event, { ...detail }) };
