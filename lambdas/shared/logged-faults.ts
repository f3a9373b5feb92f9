import type { FaultLog } from '#core/ports/fault-log.ts';
import { log } from './log.ts';

/** Records faults as error lines of the function's log. */
export const loggedFaults: FaultLog = {
  record: (event, { component, error }) => log(event, { component, error }),
};
