import type { WriterSettings } from '#config/writer-settings.ts';

/** What an artefact need not hold where no model writes articles, by the beginning of their specifier. */
export const withoutModelWriter = ({ name }: Pick<WriterSettings, 'name'>): readonly string[] =>
  name === 'extractive' ? ['#lambdas/wiring/open-converse-writer'] : [];
