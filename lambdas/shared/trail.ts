import type { Trail } from '#core/ports/trail.ts';
import { correlation } from './correlation.ts';
import { invocationTrace } from './invocation-trace.ts';
import { segmentOf } from './trace.ts';

/** What goes with each message, so that the next function goes on where this one is. */
export const trail: Trail = {
  correlationId: () => correlation().correlation_id,
  traceHeader: () => {
    const { trace_id: root, trace_sampled: sampled } = correlation();
    if (root === undefined) return undefined;
    const parent = segmentOf(invocationTrace());
    return `Root=${root};${parent === undefined ? '' : `Parent=${parent};`}Sampled=${sampled === true ? 1 : 0}`;
  },
};
