import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { Template } from './template.ts';

const Manifest = z.object({
  artifacts: z.record(z.string(), z.looseObject({ type: z.string(), properties: z.unknown().optional() })),
});
const NestedAssembly = z.object({ directoryName: z.string() });
const StackProperties = z.object({ templateFile: z.string(), stackName: z.string() });
const AssetsProperties = z.object({ file: z.string() });
const AssetManifest = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string().optional() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

/** One CloudFormation stack of the assembly. */
export type Stack = { readonly name: string; readonly template: Template };

/** A synthesized cloud assembly: its stacks, and the absolute path of each asset by object key. */
export type Assembly = { readonly stacks: readonly Stack[]; readonly assets: ReadonlyMap<string, string> };

/** Reads `cdk.out` as `cdk deploy` would, stages inside it included. */
export const readAssembly = async (directory: string): Promise<Assembly> => {
  const manifest = Manifest.parse(await readJson(join(directory, 'manifest.json')));
  const parts = await Promise.all(
    Object.values(manifest.artifacts).map(({ type, properties }) =>
      readArtifact(directory, type, properties),
    ),
  );
  return {
    stacks: parts.flatMap(({ stacks }) => stacks),
    assets: new Map(parts.flatMap(({ assets }) => [...assets])),
  };
};

const readArtifact = async (directory: string, type: string, properties: unknown): Promise<Assembly> => {
  switch (type) {
    case 'cdk:cloud-assembly':
      return readAssembly(join(directory, NestedAssembly.parse(properties).directoryName));
    case 'aws:cloudformation:stack': {
      const { templateFile, stackName } = StackProperties.parse(properties);
      const template = Template.parse(await readJson(join(directory, templateFile)));
      return { stacks: [{ name: stackName, template }], assets: new Map() };
    }
    case 'cdk:asset-manifest':
      return { stacks: [], assets: await readAssets(directory, AssetsProperties.parse(properties).file) };
    default:
      // Trees, feature flags and the like say nothing about what is deployed.
      return { stacks: [], assets: new Map() };
  }
};

const readAssets = async (directory: string, file: string): Promise<ReadonlyMap<string, string>> => {
  const { files } = AssetManifest.parse(await readJson(join(directory, file)));
  return new Map(
    Object.values(files).flatMap(({ source, destinations }) =>
      Object.values(destinations).flatMap(({ objectKey }): [string, string][] =>
        source.path === undefined ? [] : [[objectKey, resolve(directory, source.path)]],
      ),
    ),
  );
};

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));
