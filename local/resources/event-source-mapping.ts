import { z } from 'zod';
import { MappingProperties } from '../event-sources/mapping-properties.ts';
import { startSqsEventSource } from '../event-sources/sqs-event-source.ts';
import { startStreamEventSource } from '../event-sources/stream-event-source.ts';
import type { LocalContext } from '../local-context.ts';
import { physicalName } from '../physical-name.ts';
import type { Resource, ResourceType, Running } from '../resource-type.ts';
import { StartRefusal } from '../start-refusal.ts';

const start = async (resource: Resource, context: LocalContext): Promise<Running | undefined> => {
  const parsed = MappingProperties.safeParse(resource.properties);
  if (!parsed.success) {
    const reasons = z.prettifyError(parsed.error).replaceAll(/\s+/g, ' ');
    throw new StartRefusal(
      `Event source mapping ${resource.logicalId} cannot run on the laptop: ${reasons}.`,
    );
  }
  const mapping = parsed.data;
  if (!mapping.Enabled) return undefined;
  const service = mapping.EventSourceArn.split(':')[2];
  if (service === 'sqs') return startSqsEventSource(mapping, context);
  if (service === 'dynamodb') return startStreamEventSource(mapping, context);
  throw new StartRefusal(
    `Event source mapping ${resource.logicalId} has a source that is neither a queue nor a table's stream.`,
  );
};

/** Calls a function for the messages of a queue or the changes of a table. */
export const eventSourceMapping: ResourceType = {
  type: 'AWS::Lambda::EventSourceMapping',
  identify(resource) {
    const id = physicalName(resource);
    return { ref: id, attributes: { Id: id } };
  },
  start,
};
