import type { Resource } from '../resource-type.ts';
import { StartRefusal } from '../start-refusal.ts';

/** Refuses an assembly with a type that is neither emulated nor knowingly left out. */
export const refuseUnknownTypes = (
  resources: readonly Resource[],
  emulated: ReadonlyMap<string, unknown>,
  notEmulated: Readonly<Record<string, string>>,
): void => {
  for (const { type, logicalId, stack } of resources)
    if (!emulated.has(type) && !(type in notEmulated))
      throw new StartRefusal(
        `The laptop form does not know the resource type ${type} of ${logicalId} in stack ${stack}; add it under local/resources/ or, with a reason, to local/not-emulated.ts.`,
      );
};
