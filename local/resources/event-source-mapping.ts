import { z } from 'zod';
import type { Mappings } from '../event-sources/create-mappings.ts';
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

const STARTS: Readonly<Record<string, typeof startSqsEventSource>> = {
  sqs: startSqsEventSource,
  dynamodb: startStreamEventSource,
};

/** What a mapping is started with. */
type Parts = { readonly iam: MayPoll; readonly mappings: Pick<Mappings, 'add'> };

const start = async (
  { iam, mappings }: Parts,
  resource: Resource,
  context: LocalContext,
): Promise<Running> => {
  const parsed = MappingProperties.safeParse(resource.properties);
  if (!parsed.success) {
    const reasons = z.prettifyError(parsed.error).replaceAll(/\s+/g, ' ');
    throw new StartRefusal(
      `Event source mapping ${resource.logicalId} cannot run on the laptop: ${reasons}.`,
    );
  }
  const mapping = parsed.data;
  await checkRole(iam, resource, mapping);
  const startSource = STARTS[mapping.EventSourceArn.split(':')[2] ?? ''];
  if (!startSource)
    throw new StartRefusal(
      `Event source mapping ${resource.logicalId} has a source that is neither a queue nor a table's stream.`,
    );
  return mappings.add({
    id: physicalName(resource),
    sourceArn: mapping.EventSourceArn,
    functionArn: mapping.FunctionName,
    enabled: mapping.Enabled,
    start: async () => startSource(mapping, context),
  });
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
export const eventSourceMapping = (iam: MayPoll, mappings: Pick<Mappings, 'add'>): ResourceType => ({
  type: 'AWS::Lambda::EventSourceMapping',
  identify(resource) {
    const id = physicalName(resource);
    return { ref: id, attributes: { Id: id } };
  },
  start: async (resource, context) => start({ iam, mappings }, resource, context),
});
