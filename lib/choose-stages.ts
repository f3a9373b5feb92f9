import { StageName } from '#config/stage-name.ts';

/** The stages to synthesise: the one that was named, or those of the cloud; throws a ZodError for another name. */
export const chooseStages = (named: string | undefined): StageName[] =>
  named === undefined || named === '' ? ['dev', 'prod'] : [StageName.parse(named)];
