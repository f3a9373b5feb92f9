import { dev } from './dev.ts';
import { laptopEmbedder } from './laptop-embedder.ts';
import { local } from './local.ts';
import { prod } from './prod.ts';
import { Settings } from './schema.ts';
import type { StageName } from './stage-name.ts';
import { test } from './test.ts';

const STAGES: Record<StageName, Settings> = { local, test, dev, prod };

/** A transformer takes a second for 100 short texts, and a projection has up to 600. */
const SLOW_PROJECTION_SECONDS = 300;

const withEmbedder = (settings: Settings, named: string): Settings => {
  const { functions } = settings;
  const slow = { ...functions['project-changes'], timeoutSeconds: SLOW_PROJECTION_SECONDS };
  return {
    ...settings,
    embedder: laptopEmbedder(named),
    functions: named === 'static' ? functions : { ...functions, 'project-changes': slow },
  };
};

/**
 * The checked settings of one environment; a laptop's model may be chosen for one start by name. Throws a ZodError
 * that names the wrong setting.
 */
export const loadSettings = (stage: StageName, embedder = ''): Settings => {
  const settings = STAGES[stage];
  const chosen = settings.form === 'laptop' && embedder !== '' ? withEmbedder(settings, embedder) : settings;
  return Settings.parse(chosen);
};
