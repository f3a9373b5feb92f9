import * as z from 'zod';
import type { Need } from './need.ts';

const OfMachine = z.object({ stateMachineArn: z.string() });
const OfExecution = z.object({ executionArn: z.string() });

/** Rights that a request to Step Functions needs; undefined for an operation that is not known here. */
export const statesNeeds = (operation: string, body: unknown): readonly Need[] | undefined => {
  if (operation === 'StartExecution')
    return [{ action: 'states:StartExecution', resource: OfMachine.parse(body).stateMachineArn }];
  if (operation === 'DescribeExecution' || operation === 'StopExecution')
    return [{ action: `states:${operation}`, resource: OfExecution.parse(body).executionArn }];
  return undefined;
};
