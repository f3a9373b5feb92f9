import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import * as z from 'zod';
import { esbuildOptions } from './esbuild-options.ts';
import { layerContents } from './layer-contents.ts';

const Manifest = z.object({ name: z.string(), version: z.string() });

type BundleLayerProps = {
  /** Root of the repository, where `node_modules` is. */
  readonly root: string;
  /** Directory of the layer, to be filled. */
  readonly into: string;
};

/** Builds the layer: each package one small file, what they share in chunks beside them. */
export const bundleLayer = async ({ root, into }: BundleLayerProps): Promise<Metafile> => {
  const modules = join(into, 'nodejs/node_modules');
  const { metafile } = await build({
    ...esbuildOptions,
    absWorkingDir: root,
    outdir: modules,
    chunkNames: 'caselore-layer/[name]-[hash]',
    entryPoints: layerContents.map((specifier) => ({ in: specifier, out: entryFile(specifier) })),
    // Its own AWS packages would shadow those of the Lambda runtime and mix versions.
    external: ['@aws-sdk/*'],
  });
  await Promise.all(packageNames().map((name) => describePackage({ root, modules, name })));
  return metafile;
};

const packageOf = (specifier: string): string => specifier.split('/').slice(0, 2).join('/');

const packageNames = (): string[] => [...new Set(layerContents.map(packageOf))];

/** `@scope/name` becomes `@scope/name/index`; `@scope/name/part` stays. */
const entryFile = (specifier: string): string =>
  specifier === packageOf(specifier) ? `${specifier}/index` : specifier;

/** Writes the package.json by which Node finds the package's files. */
const describePackage = async ({ root, modules, name }: { root: string; modules: string; name: string }) => {
  const { version } = Manifest.parse(
    JSON.parse(await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8')),
  );
  const files = layerContents
    .filter((specifier) => packageOf(specifier) === name)
    .map((specifier) => [specifier.replace(name, '.'), `${entryFile(specifier).replace(name, '.')}.mjs`]);
  const manifest = { name, version, type: 'module', exports: Object.fromEntries(files) };
  await writeFile(join(modules, name, 'package.json'), JSON.stringify(manifest));
};
