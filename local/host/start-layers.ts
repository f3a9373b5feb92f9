import type { StartableResource } from '../assembly/resolve-assembly.ts';
import type { LocalContext } from '../local-context.ts';
import type { Running } from '../resource-type.ts';

/** Starts layer after layer of resources; stopping goes the other way, the resources of one layer together. */
export const startLayers = async (
  layers: readonly (readonly StartableResource[])[],
  context: LocalContext,
): Promise<Running> => {
  const started: (readonly Running[])[] = [];
  for (const layer of layers) {
    const running = await Promise.all(
      layer.map(async ({ resource, resourceType }) => resourceType.start?.(resource, context)),
    );
    started.unshift(running.filter((one) => one !== undefined));
  }
  return {
    stop: async () => {
      for (const layer of started) await Promise.all(layer.map(async (running) => running.stop()));
    },
  };
};
