import { build, type Metafile } from 'esbuild';
import type { EmbeddingSettings } from '#config/embedding-settings.ts';
import type { FunctionName } from '#config/function-name.ts';
import { checkImports } from './check-imports.ts';
import { copyModel } from './copy-model.ts';
import { esbuildOptions } from './esbuild-options.ts';
import { layerContents } from './layer-contents.ts';
import { leaveOut } from './leave-out.ts';
import { modelPrograms } from './model-programs.ts';
import { withoutSideEffects } from './without-side-effects.ts';
import { writeApiDocs } from './write-api-docs.ts';

/** Functions that turn text into vectors carry what their models need. */
const EMBEDS: ReadonlySet<FunctionName> = new Set([
  'search',
  'project-changes',
  'repair-projection',
  'rebuild-index',
  'vectorise',
  'tend-breakers',
]);

type BundleFunctionProps = {
  readonly root: string;
  readonly into: string;
  readonly name: FunctionName;
  readonly embedder: EmbeddingSettings;
  /** Beginnings of specifiers, e.g. `#adapters/sqlite/`, whose modules stay outside. */
  readonly without: readonly string[];
};

/** Builds one function to `index.mjs` and a chunk for each adapter that it chooses at run time. */
export const bundleFunction = async ({
  root,
  into,
  name,
  embedder,
  without,
}: BundleFunctionProps): Promise<Metafile> => {
  const { metafile } = await build({
    ...esbuildOptions,
    absWorkingDir: root,
    outdir: into,
    entryPoints: [
      { in: `lambdas/${name}/index.ts`, out: 'index' },
      ...(EMBEDS.has(name) ? modelPrograms(embedder) : []),
    ],
    external: ['sqlite-vec', ...layerContents],
    plugins: [leaveOut(without), withoutSideEffects],
  });
  checkImports(name, metafile);
  if (EMBEDS.has(name)) await copyModel({ root, into, embedder });
  if (name === 'api-docs') await writeApiDocs(into);
  return metafile;
};
