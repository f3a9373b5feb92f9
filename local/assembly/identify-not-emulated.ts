import type { LocalContext } from '../local-context.ts';
import { physicalName } from '../physical-name.ts';
import type { Identity, Resource } from '../resource-type.ts';

/** Names a resource that exists only in the cloud, so that references to it, such as a function's role, still resolve. */
export const identifyNotEmulated = (
  resource: Resource,
  { region, accountId }: Pick<LocalContext, 'region' | 'accountId'>,
): Identity => {
  const name = physicalName(resource);
  const service = resource.type.split('::')[1]?.toLowerCase() ?? 'unknown';
  return { ref: name, attributes: { Arn: `arn:aws:${service}:${region}:${accountId}:${name}` } };
};
