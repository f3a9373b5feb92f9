import { FunctionName } from './function-name.ts';
import type { Settings } from './schema.ts';

/** The functions that an environment has: `sync-cases` only where there is a case database to follow. */
export const functionsOf = ({ caseSource }: Pick<Settings, 'caseSource'>): readonly FunctionName[] =>
  FunctionName.options.filter((name) => name !== 'sync-cases' || caseSource);
