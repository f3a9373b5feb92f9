import { dev } from './dev.ts';
import { local } from './local.ts';
import { prod } from './prod.ts';
import { Settings } from './schema.ts';
import type { StageName } from './stage-name.ts';
import { test } from './test.ts';

const STAGES: Record<StageName, Settings> = { local, test, dev, prod };

/** The checked settings of one environment; throws a ZodError that names the wrong setting. */
export const loadSettings = (stage: StageName): Settings => Settings.parse(STAGES[stage]);
