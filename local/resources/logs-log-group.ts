import * as z from 'zod';
import { physicalName } from '../physical-name.ts';
import type { ResourceType } from '../resource-type.ts';

const Named = z.object({ LogGroupName: z.string() });

/** A log group is a file under logs/ in the data directory, which the function that writes it makes; retention is left out. */
export const logsLogGroup: ResourceType = {
  type: 'AWS::Logs::LogGroup',

  identify(resource, { region, accountId }) {
    const named = Named.safeParse(resource.properties);
    const name = named.success ? named.data.LogGroupName : physicalName(resource);
    return { ref: name, attributes: { Arn: `arn:aws:logs:${region}:${accountId}:log-group:${name}:*` } };
  },
};
