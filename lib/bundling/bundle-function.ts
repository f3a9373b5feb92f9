import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import type { FunctionName } from '#config/function-name.ts';
import { checkImports } from './check-imports.ts';
import { esbuildOptions } from './esbuild-options.ts';
import { layerContents } from './layer-contents.ts';
import { leaveOut } from './leave-out.ts';
import { writeApiDocs } from './write-api-docs.ts';

/** Functions that turn text into vectors carry the static table beside them. */
const EMBEDS: ReadonlySet<FunctionName> = new Set(['search', 'project-changes', 'repair-projection']);
const EMBEDDING_FILES = ['static-en-256.bin', 'vocab.txt'];

type BundleFunctionProps = {
  readonly root: string;
  readonly into: string;
  readonly name: FunctionName;
  /** Beginnings of specifiers, e.g. `#adapters/sqlite/`, whose modules stay outside. */
  readonly without: readonly string[];
};

/** Builds one function to `index.mjs` and a chunk for each adapter that it chooses at run time. */
export const bundleFunction = async ({
  root,
  into,
  name,
  without,
}: BundleFunctionProps): Promise<Metafile> => {
  const { metafile } = await build({
    ...esbuildOptions,
    absWorkingDir: root,
    outdir: into,
    entryPoints: [{ in: `lambdas/${name}/index.ts`, out: 'index' }],
    external: ['@aws-sdk/*', '@smithy/*', 'sqlite-vec', ...layerContents],
    plugins: [leaveOut(without)],
  });
  checkImports(name, metafile);
  if (EMBEDS.has(name)) {
    await Promise.all(
      EMBEDDING_FILES.map((file) => cp(join(root, 'models', file), join(into, 'models', file))),
    );
  }
  if (name === 'api-docs') await writeApiDocs(into);
  return metafile;
};
