import type { Settings } from '#config/schema.ts';

/** The physical name of a function, a queue or the API of an environment, as metrics and logs know it. */
export const fullName = ({ stage }: Pick<Settings, 'stage'>, name?: string): string =>
  name === undefined ? `caselore-${stage}` : `caselore-${stage}-${name}`;
