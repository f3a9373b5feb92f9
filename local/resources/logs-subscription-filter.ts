import * as z from 'zod';
import { FilterPattern } from '../logs/filter-pattern.ts';
import { startSubscription } from '../logs/start-subscription.ts';
import { physicalName } from '../physical-name.ts';
import type { ResourceType } from '../resource-type.ts';
import { StartRefusal } from '../start-refusal.ts';

const Properties = z.object({
  DestinationArn: z.string().regex(/^arn:aws:lambda:/, 'only a function can be the destination here'),
  FilterPattern,
  LogGroupName: z.string().startsWith('/aws/lambda/', 'only the log of a function can be followed here'),
});

/** Calls a function with the matching lines of another function's log. */
export const logsSubscriptionFilter: ResourceType = {
  type: 'AWS::Logs::SubscriptionFilter',

  identify(resource) {
    return { ref: physicalName(resource), attributes: {} };
  },

  async start(resource, context) {
    const parsed = Properties.safeParse(resource.properties);
    if (!parsed.success) {
      const reasons = z.prettifyError(parsed.error).replaceAll(/\s+/g, ' ');
      throw new StartRefusal(`Subscription ${resource.logicalId} cannot run on the laptop: ${reasons}.`);
    }
    const { DestinationArn, FilterPattern: matches, LogGroupName } = parsed.data;
    return startSubscription(
      { filter: physicalName(resource), logGroup: LogGroupName, functionArn: DestinationArn, matches },
      context,
    );
  },
};
