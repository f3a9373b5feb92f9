import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { loadSettings } from '#config/load-settings.ts';
import { chooseStages } from '#lib/choose-stages.ts';
import { bundleAll } from '#lib/bundling/bundle-all.ts';
import { checkByNag } from '#lib/nag/check-by-nag.ts';
import { CaseloreStage } from '#lib/caselore-stage.ts';
import cdk from '../cdk.json' with { type: 'json' };

// Flags and metadata that the CLI would pass: without it, as the laptop form runs this file, templates are the same.
const app = new App({
  context: { ...cdk.context, 'aws:cdk:enable-asset-metadata': true },
  analyticsReporting: false,
});
const stages = chooseStages(process.env['CASELORE_STAGE']);
const root = join(import.meta.dirname, '..');

// Inside the repository, so that source maps name the same relative paths on every machine and assets keep their hashes.
const cache = join(root, 'node_modules/.cache');
await mkdir(cache, { recursive: true });
const workshop = await mkdtemp(join(cache, 'caselore-'));
try {
  for (const stage of stages) {
    const settings = loadSettings(stage, process.env['EMBEDDER']);
    const bundles = await bundleAll({
      root,
      into: join(workshop, stage),
      engine: settings.search.engine,
      embedder: settings.embedder,
      writer: settings.knowledge.writer,
    });
    new CaseloreStage(app, stage, { settings, bundles });
  }
  // The laptop form deploys nothing, and starts sooner without.
  if (stages.every((stage) => loadSettings(stage).form === 'cloud')) checkByNag(app);
  app.synth();
} finally {
  await rm(workshop, { recursive: true });
}
