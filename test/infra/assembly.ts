import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import * as z from 'zod';
import { loadSettings } from '#config/load-settings.ts';
import type { Settings } from '#config/schema.ts';
import { StageName } from '#config/stage-name.ts';
import { CaseloreStage } from '#lib/caselore-stage.ts';
import type { Bundles } from '#lib/bundling/bundles.ts';
import cdk from '../../cdk.json' with { type: 'json' };

// oxlint-disable-next-line typescript/no-explicit-any -- a property is a tree of anything; each test looks at one corner of it
type Properties = Record<string, any>;

const Template = z.looseObject({
  Parameters: z.record(z.string(), z.looseObject({ Default: z.unknown() })).default({}),
  Resources: z.record(
    z.string(),
    z.looseObject({
      Type: z.string(),
      Properties: z.custom<Properties>().default({}),
      Metadata: z.record(z.string(), z.unknown()).optional(),
      DeletionPolicy: z.string().optional(),
    }),
  ),
});

/** Directories with stub handlers: templates do not depend on what is inside. */
const stubBundles = (root: string): Bundles => {
  const stub = (name: string) => {
    const directory = join(root, name);
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'index.mjs'), `// ${name}`);
    return directory;
  };
  return { layer: stub('layer'), functionDirectory: stub };
};

const read = (app: App, settings: Settings) =>
  app.synth().stacksRecursively.map(({ stackName, terminationProtection, template }) => ({
    name: stackName.replace(`caselore-${settings.stage}-`, ''),
    terminationProtection: terminationProtection ?? false,
    template: Template.parse(template),
  }));

/** A synthesised app with one stage, and its templates by stack (`data`, `search`, …). */
export const synthesise = (settings: Settings) => {
  const directory = mkdtempSync(join(tmpdir(), 'caselore-infra-'));
  const app = new App({ context: cdk.context, analyticsReporting: false, outdir: join(directory, 'out') });
  // oxlint-disable-next-line no-new -- a construct adds itself to its app
  new CaseloreStage(app, settings.stage, { settings, bundles: stubBundles(directory) });
  const stacks = read(app, settings);
  rmSync(directory, { recursive: true });
  const resources = stacks.flatMap(({ name, template }) =>
    Object.entries(template.Resources).map(([id, resource]) => ({ id, stack: name, ...resource })),
  );
  const ofType = (type: string) => resources.filter(({ Type }) => Type === type);
  return { app, settings, stacks, resources, ofType };
};

/** Every environment, synthesised once for a test file. */
export const everyStage = StageName.options.map((name) => ({ name, ...synthesise(loadSettings(name)) }));
