import { join } from 'node:path';
import { FunctionName } from '#config/function-name.ts';
import type { Settings } from '#config/schema.ts';
import type { WriterSettings } from '#config/writer-settings.ts';
import { bundleFunction } from './bundle-function.ts';
import { bundleLayer } from './bundle-layer.ts';
import type { Bundles } from './bundles.ts';
import { withoutModelWriter } from './without-model-writer.ts';

type BundleAllProps = {
  readonly root: string;
  /** An empty directory. */
  readonly into: string;
  readonly engine: Settings['search']['engine'];
  readonly embedder: Settings['embedder'];
  readonly writer: WriterSettings;
};

/** Adapters that an artefact for the engine must not hold, by specifier. */
const WITHOUT: Record<BundleAllProps['engine'], readonly string[]> = {
  // A laptop may be pointed at an OpenSearch by URL, so it keeps both.
  sqlite: [],
  opensearch: ['#adapters/sqlite/'],
};

/** Builds every function and the layer at once, in the one process that esbuild keeps; throws what esbuild says. */
export const bundleAll = async ({
  root,
  into,
  engine,
  embedder,
  writer,
}: BundleAllProps): Promise<Bundles> => {
  const layer = join(into, 'layer');
  const without = [...WITHOUT[engine], ...withoutModelWriter(writer)];
  const directory = (name: FunctionName) => join(into, name);
  const builds = await Promise.allSettled([
    bundleLayer({ root, into: layer }),
    ...FunctionName.options.map((name) =>
      bundleFunction({ root, into: directory(name), name, embedder, without }),
    ),
  ]);
  // Only now: as long as one build still writes, nobody can clear the directory.
  const failures = builds.filter((build) => build.status === 'rejected').map(({ reason }) => reason);
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('\n'));
  return { layer, functionDirectory: directory };
};
