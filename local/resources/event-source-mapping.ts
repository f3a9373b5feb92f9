import { z } from 'zod';
import { MappingProperties } from '../event-sources/mapping-properties.ts';
import { sourceNeeds } from '../event-sources/source-needs.ts';
import { startSqsEventSource } from '../event-sources/sqs-event-source.ts';
import { startStreamEventSource } from '../event-sources/stream-event-source.ts';
import type { Iam } from '../iam/create-iam.ts';
import type { LocalContext } from '../local-context.ts';
import { physicalName } from '../physical-name.ts';
import type { Resource, ResourceType, Running } from '../resource-type.ts';
import { StartRefusal } from '../start-refusal.ts';

/** Says whether a function's role may do what a mapping does in its name. */
export type MayPoll = Pick<Iam, 'refusalOf'>;

const start = async (
  iam: MayPoll,
  resource: Resource,
  context: LocalContext,
): Promise<Running | undefined> => {
  const parsed = MappingProperties.safeParse(resource.properties);
  if (!parsed.success) {
    const reasons = z.prettifyError(parsed.error).replaceAll(/\s+/g, ' ');
    throw new StartRefusal(
      `Event source mapping ${resource.logicalId} cannot run on the laptop: ${reasons}.`,
    );
  }
  const mapping = parsed.data;
  if (!mapping.Enabled) return undefined;
  await checkRole(iam, resource, mapping);
  const service = mapping.EventSourceArn.split(':')[2];
  if (service === 'sqs') return startSqsEventSource(mapping, context);
  if (service === 'dynamodb') return startStreamEventSource(mapping, context);
  throw new StartRefusal(
    `Event source mapping ${resource.logicalId} has a source that is neither a queue nor a table's stream.`,
  );
};

const checkRole = async (
  iam: MayPoll,
  { logicalId }: Resource,
  mapping: MappingProperties,
): Promise<void> => {
  const refused = await iam.refusalOf(mapping.FunctionName, sourceNeeds(mapping));
  if (!refused) return;
  throw new StartRefusal(
    `Event source mapping ${logicalId}: the provided execution role does not have permissions to call ${refused.action} on ${refused.resource}.`,
  );
};

/** Calls a function for the messages of a queue or the changes of a table, as far as the function's role may read them. */
export const eventSourceMapping = (iam: MayPoll): ResourceType => ({
  type: 'AWS::Lambda::EventSourceMapping',
  identify(resource) {
    const id = physicalName(resource);
    return { ref: id, attributes: { Id: id } };
  },
  start: async (resource, context) => start(iam, resource, context),
});
